"""Prints what an HTML parser reads from a page: a line for each row of the table, NULL as None, links as (URL, text)."""
import sys
from html.parser import HTMLParser


class Table(HTMLParser):
    cells = None
    text = None
    null = False
    link = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "tr":
            self.cells = []
        elif tag in ("td", "th"):
            self.text, self.link = "", None
            self.null = attributes.get("class") == "null"
        elif tag == "a":
            self.link = attributes["href"]

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cells.append(None if self.null else (self.link, self.text) if self.link else self.text)
            self.text = None
        elif tag == "tr":
            print(ascii(self.cells))


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    Table().feed(file.read())
