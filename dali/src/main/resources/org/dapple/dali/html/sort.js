
// A click on the name of a column sorts by it, a second one the other way round. NULL and NaN are always last.
const body = document.querySelector("tbody");
const headings = Array.from(document.querySelectorAll("th"));

function isMissing(cell) {
  return cell.className === "null" || (cell.className === "n" && cell.textContent === "NaN");
}

function compare(a, b) {
  if (a.className !== "n") {
    return a.textContent.localeCompare(b.textContent);
  }
  const x = Number(a.textContent);
  const y = Number(b.textContent);
  return (x > y) - (x < y);
}

function sort(column) {
  const descending = headings[column].getAttribute("aria-sort") === "ascending";
  const rows = Array.from(body.rows).sort((one, other) => {
    const a = one.cells[column];
    const b = other.cells[column];
    if (isMissing(a) || isMissing(b)) {
      return isMissing(a) - isMissing(b);
    }
    return descending ? compare(b, a) : compare(a, b);
  });
  headings.forEach((heading) => heading.removeAttribute("aria-sort"));
  headings[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
  body.append(...rows);
}

headings.forEach((heading, column) => heading.addEventListener("click", () => sort(column)));

// How the rows ended is known behind them, and told above them too.
document.querySelector("table").before(document.querySelector("table + p").cloneNode(true));
