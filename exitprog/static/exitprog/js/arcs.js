// Arcs in the gutter, from each blocker to what waits on it. The rows say the same in
// words, so the drawing is for the eye alone.

const SVG = "http://www.w3.org/2000/svg";

function middles(board) {
  const top = board.getBoundingClientRect().top;
  const rows = [...board.querySelectorAll("[data-row]")];
  return new Map(
    rows.map((row, place) => {
      const stone = row.querySelector(".stone").getBoundingClientRect();
      return [row.dataset.row, { place, y: stone.top + stone.height / 2 - top }];
    }),
  );
}

function edges(board, at) {
  const found = [];
  for (const row of board.querySelectorAll("[data-waits]")) {
    for (const blocker of row.dataset.waits.split(" ").filter(Boolean)) {
      found.push([at.get(blocker), at.get(row.dataset.row)]);
    }
  }
  const span = ([from, to]) => Math.abs(from.place - to.place);
  return found.sort((one, other) => span(one) - span(other));
}

function add(svg, name, d) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", name);
  path.setAttribute("d", d);
  svg.append(path);
}

function arc(svg, [from, to], index) {
  const clash = from.place > to.place ? "--clash" : "";
  const sign = to.y > from.y ? 1 : -1;
  const depth = Math.min(44, 13 + Math.abs(from.place - to.place) * 8) * 1.3;
  const x = 56;
  const start = from.y + 5 * sign;
  const end = to.y - 5 * sign + ((index % 3) * 2 - 2);
  const bend = `${x - depth} ${start} ${x - depth} ${end}`;
  add(svg, `arcs__line${clash && ` arcs__line${clash}`}`, `M${x} ${start}C${bend} ${x - 6} ${end}`);
  add(svg, `arcs__head${clash && ` arcs__head${clash}`}`, `M${x + 1} ${end}l-8 -4.5v9z`);
}

export function drawArcs() {
  const board = document.querySelector("[data-board]");
  if (!board) return;
  const svg = board.querySelector(".arcs");
  svg.replaceChildren();
  const at = middles(board);
  edges(board, at).forEach((edge, index) => arc(svg, edge, index));
}
