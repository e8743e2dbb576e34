"""What was promised, beside what is there: every difference, in a sentence."""

from collections import Counter


def differences(saved, notes, lines):
    """`notes` maps (who, when) to texts, as `lines` of the access log are (who, when).

    A request has one moment, which its note and its line share.
    """
    there = Counter(text for texts in notes.values() for text in texts)
    written = Counter({key: len(texts) for key, texts in notes.items()})
    logged = Counter(lines)
    return [
        *(f"saved and lost: {text}" for text in saved if not there[text]),
        *(f"there {n} times: {text}" for text, n in there.items() if n > 1),
        *(f"a note without its line: {notes[key]}" for key in written - logged),
        *(f"a line without its note: {key}" for key in logged - written),
    ]
