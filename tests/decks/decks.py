"""Reads every deck of a built site: decks.py PUBLIC WORK. WORK is a folder for what LibreOffice makes."""

import re
import subprocess
import sys
import unittest
from pathlib import Path

from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.util import Pt

PUBLIC, WORK = Path(sys.argv[1]), Path(sys.argv[2])
DECKS = sorted(PUBLIC.rglob("*.pptx"))
# Those that LibreOffice opens too, as it takes seconds each: the longest of a page, and one of each shape of drawing.
OPENED = ["dias", "relaties/dias", "acties/dias", "zo-werken-we-samen/dias", "bijdrage/dias", "keuzes/keuzebord"]


def drawn(deck):
    """How many slides the drawings of a deck are: those that lie beside it as files."""
    if deck.stem == "dias":
        return sum(drawn(other) for other in deck.parent.glob("*.pptx") if other.stem != "dias")
    return len(list(deck.parent.glob(f"{deck.stem}-dia.svg"))) + len(list(deck.parent.glob(f"{deck.stem}-dia-[0-9]*.svg")))


def letters(shapes):
    """Every run of text, that of groups included."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from letters(shape.shapes)
        elif shape.has_text_frame:
            yield from (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs)


def faults(deck):
    """What is wrong with a deck as python-pptx reads it."""
    slides = Presentation(str(deck)).slides
    if len(slides) != drawn(deck):
        yield f"{len(slides)} slides, {drawn(deck)} drawings"
    for number, slide in enumerate(slides, 1):
        descriptions = slide._element.xpath(".//p:cNvPr/@descr")
        notes = slide.notes_slide.notes_text_frame.text
        # 24 px on a slide of 1920 wide is 12 points on one of 13.33 inch.
        sizes = [run.font.size for run in letters(slide.shapes) if run.text.strip() and run.font.size]
        for what, good in {
            "a title": slide.shapes.title.text.strip(),
            "an alternative text": descriptions and all(text.strip() for text in descriptions),
            "the source in its notes": "Bron: " in notes,
            "words without markup": not re.search(r"\[\[|\{\{|</?[a-z]", notes + " ".join(descriptions)),
            "letters of 12 points and more": sizes and min(sizes) >= Pt(12),
        }.items():
            if not good:
                yield f"slide {number} lacks {what}"


class Decks(unittest.TestCase):
    def test_there_are_decks(self):
        self.assertGreater(len(DECKS), 100)

    def test_nothing_for_powerpoint_to_repair(self):
        validator = OpenXmlValidator()
        self.assertEqual([(deck, str(error)) for deck in DECKS for error in validator.validate(str(deck)).errors], [])

    def test_slides_titles_texts_and_notes(self):
        self.assertEqual([(deck, fault) for deck in DECKS for fault in faults(deck)], [])

    def test_libreoffice_opens_them(self):
        decks = [PUBLIC / f"{name}.pptx" for name in OPENED]
        for at, deck in enumerate(decks):
            out = WORK / f"pdf-{at}"
            command = ["soffice", f"-env:UserInstallation=file://{WORK.resolve()}/profile", "--headless", "--convert-to", "pdf"]
            subprocess.run([*command, "--outdir", str(out), str(deck)], check=True, capture_output=True, timeout=600)
            said = subprocess.run(["pdfinfo", str(out / f"{deck.stem}.pdf")], check=True, capture_output=True, text=True).stdout
            pages = int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))
            self.assertEqual(pages, drawn(deck), deck)


unittest.main(argv=sys.argv[:1], verbosity=2)
