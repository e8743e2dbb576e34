"""What stands in Mirela's way and what was said about it, from the texts beside."""

from participants.demo.texts import told, with_said


def write_bottlenecks(dossier, chain):
    """The nine that are open, first to last, the two that are solved, and the edges."""
    story = told("mirela")
    for row in story["knot"]:
        facts = with_said(row, "title", "story", "deadline_what", "next_step")
        facts["kind"] = chain.kind(facts["kind"])
        if "waiting_agency" in facts:
            facts["waiting_agency"] = chain[facts["waiting_agency"]]
        dossier.bottleneck(**facts)
    for row in story["edge"]:
        dossier.edge(**with_said(row, "reason"))


def write_talks(dossier, chain, consents):
    """Sessions, what was added to one later, and contacts; `consents` by agency."""
    log = told("mirela_log")
    sessions = {}
    for row in log["note"]:
        facts = with_said(row, "text", "in_their_words", "next_step")
        if "in_their_words" in facts:
            facts["words_language"] = dossier.book.language
        sessions[row["on"]] = dossier.session(facts.pop("on"), **facts)
    for row in log["addendum"]:
        facts = with_said(row, "text")
        dossier.addendum(sessions[row["to"]], facts["on"], facts["text"])
    for row in log["call"]:
        facts = with_said(row, "said", "promise", "next_action")
        is_named = facts.pop("named")
        agency = facts.pop("agency")
        consent = consents[agency] if is_named else None
        dossier.contact(facts.pop("on"), chain[agency], consent=consent, **facts)
