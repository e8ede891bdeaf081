from rashomon.records import ZoneKind
from tests.ingest.reading import read_text, stretches

FIRST = "Gunmen attacked a convoy near the town of Gao on Monday, killing four soldiers, the army said."
SECOND = "The governor asked people to stay at home until the road was open again."


def _page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_head_is_told_apart() -> None:
    document = read_text(
        _page("World | Africa", "Convoy attacked near Gao", "Four soldiers died on the road", "Amina Example",
              "Tuesday 3 March 2020 10:15 GMT", FIRST, SECOND)
    )  # fmt: skip
    kinds = [zone.kind for zone in document.zones]
    assert kinds == [ZoneKind.FURNITURE, ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.BYLINE, ZoneKind.DATELINE,
                     ZoneKind.BODY, ZoneKind.BODY]  # fmt: skip
    assert (document.title, document.byline) == ("Convoy attacked near Gao", "Amina Example")


def test_text_is_kept_as_it_was_and_zones_lie_in_it() -> None:
    text = "\n\n  Convoy attacked\u00a0near Gao \n\nShare\n\n" + FIRST + "  \r\n"
    document = read_text(text)
    assert document.text == text.replace("\r\n", "\n")
    ends = [0]
    for zone in document.zones:
        assert ends[-1] <= zone.start < zone.end <= len(document.text)
        assert document.text[zone.start : zone.end].strip() == document.text[zone.start : zone.end]
        ends.append(zone.end)


def test_headline_and_caption_printed_twice() -> None:
    caption = "Traders wait beside the closed bridge in Gao"
    document = read_text(
        _page("Convoy attacked near Gao", "Convoy attacked near Gao", FIRST, f"{caption}\n{caption} (AFP)", SECOND)
    )
    assert stretches(document, ZoneKind.REPEAT) == ["Convoy attacked near Gao", caption]
    assert stretches(document, ZoneKind.CAPTION) == [f"{caption} (AFP)"]


def test_appeals_and_their_signature_are_furniture_but_a_quoted_appeal_is_not() -> None:
    quoted = "“Support us or we will starve,” said a woman who had walked for six days with her children."
    document = read_text(
        _page("Convoy attacked near Gao", "By Amina Example", "Help us keep\nindependent reporting alive",
              "For just €2 a month you can help.", "Piet Sample\nPiet Sample", FIRST, quoted, SECOND)
    )  # fmt: skip
    assert stretches(document, ZoneKind.BODY) == [FIRST, quoted, SECOND]
    assert document.byline == "Amina Example"


def test_lines_below_read_also_and_after_the_report_go() -> None:
    document = read_text(
        _page("Convoy attacked near Gao", FIRST, "Read also:\nBridge reopens in Timbuktu\nWho rules the north?", SECOND,
              "Log in to comment=Log in", "Most read")
    )  # fmt: skip
    assert stretches(document, ZoneKind.BODY) == [FIRST, SECOND]


def test_page_words_fused_to_the_last_sentence_are_cut() -> None:
    document = read_text(_page("Convoy attacked near Gao", FIRST, SECOND + "Please log in to post a comment"))
    assert stretches(document, ZoneKind.BODY) == [FIRST, SECOND]
    assert stretches(document, ZoneKind.FURNITURE) == ["Please log in to post a comment"]


def test_foreign_paragraph_and_other_script() -> None:
    french = (
        "Les habitants de la ville ont quitté leurs maisons pendant la nuit parce que les combats se rapprochaient du "
        "marché et que personne ne pouvait leur dire quand la route serait ouverte de nouveau."
    )
    document = read_text(_page("Convoy attacked near Gao", FIRST, french, "قالت الحكومة إن الطريق مغلق", SECOND))
    assert len(stretches(document, ZoneKind.FOREIGN)) == 2
    assert stretches(document, ZoneKind.BODY) == [FIRST, SECOND]


def test_introduction_of_a_quoted_outlet_stays() -> None:
    document = read_text(_page("Convoy attacked near Gao", FIRST, "Washington Post:", SECOND))
    assert "Washington Post:" in stretches(document, ZoneKind.BODY)


def test_hard_wrapped_paragraph_is_one_stretch() -> None:
    wrapped = (
        "Gunmen attacked a convoy near the town of Gao on Monday and\nkilled four soldiers, a spokesman of the army "
        "told the\nstate broadcaster, which did not say where the wounded\nhad been taken."
    )
    document = read_text(_page("Convoy attacked near Gao", wrapped, SECOND))
    assert stretches(document, ZoneKind.BODY) == [wrapped, SECOND]


def test_dateline_is_split_off_the_first_paragraph() -> None:
    document = read_text(_page("Convoy attacked near Gao", f"GAO, Mali (Reuters) - {FIRST}", SECOND))
    assert stretches(document, ZoneKind.DATELINE) == ["GAO, Mali (Reuters) -"]
    assert stretches(document, ZoneKind.BODY) == [FIRST, SECOND]
    assert document.dateline == "GAO, Mali"


def test_one_line_report() -> None:
    document = read_text(f"Tue 05 Mar 2019 Convoy attacked near Gao. {FIRST}")
    assert stretches(document, ZoneKind.BODY) == [f"Convoy attacked near Gao. {FIRST}"]
    assert str(document.published.start) == "2019-03-05"  # type: ignore[union-attr]


def test_author_at_the_end_is_no_body() -> None:
    bio = "Amina Example, military analyst, exclusively for the magazine “Example Review”."
    document = read_text(_page("Convoy attacked near Gao", FIRST, SECOND, bio))
    assert stretches(document, ZoneKind.BYLINE) == [bio]


def test_last_line_in_quotation_marks_and_questions_stay() -> None:
    document = read_text(_page("Convoy attacked near Gao", FIRST, "What next?", "“We wait,” he said."))
    assert stretches(document, ZoneKind.BODY) == [FIRST, "What next?", "“We wait,” he said."]


def test_a_dateline_with_a_year_of_two_digits() -> None:
    document = read_text(f"GAO, 4 FEB 90 (ACAN-EFE) -- {FIRST}")
    assert stretches(document, ZoneKind.BODY) == [FIRST]
    assert str(document.published.start) == "1990-02-04"  # type: ignore[union-attr]


def test_a_dateline_with_its_country_in_brackets() -> None:
    document = read_text(f"LAGUNA VERDE (MEXICO), 11 DEC 89 (RADIO NORTE) -- [COMMENTARY] [ANA EXAMPLE] [TEXT] {FIRST}")
    assert stretches(document, ZoneKind.BODY) == [FIRST]
    assert document.dateline == "LAGUNA VERDE (MEXICO)"
    assert str(document.published.start) == "1989-12-11"  # type: ignore[union-attr]


def test_a_dateline_with_a_year_of_two_digits_and_no_agency() -> None:
    document = read_text(f"LIMA, 3 FEB 91 -- [TEXT] {FIRST}")
    assert str(document.published.start) == "1991-02-03"  # type: ignore[union-attr]
    assert stretches(document, ZoneKind.BODY) == [FIRST]


def test_an_agency_in_brackets_is_no_country() -> None:
    assert read_text(f"GAO (Reuters) - {FIRST}").dateline == "GAO"


def test_words_in_square_brackets_that_are_no_note_stay() -> None:
    document = read_text(f"GAO, Mali (AFP) - [Colonel] Example spoke. {FIRST}")
    assert stretches(document, ZoneKind.BODY) == [f"[Colonel] Example spoke. {FIRST}"]


def test_two_lines_of_a_page_with_broken_lines_are_one_paragraph() -> None:
    page = (
        "GAO, 4 FEB 90 (AFP) -- GUNMEN ATTACKED A CONVOY NEAR THE TOWN OF GAO\n"
        "ON MONDAY, KILLING FOUR SOLDIERS, AND BURNED TWO OF ITS TRUCKS, THE\n"
        "ARMY SAID. NOBODY HAS CLAIMED THE ATTACK.\n\n"
        "   THE GOVERNOR ASKED THE PEOPLE OF THE TOWN TO STAY AT HOME UNTIL THE\n"
        "ROAD WAS OPEN AGAIN.\n"
    )
    document = read_text(page)
    assert not stretches(document, ZoneKind.HEADLINE, ZoneKind.STANDFIRST)
    assert stretches(document, ZoneKind.BODY)[-1].endswith("OPEN AGAIN.")
    assert len(stretches(document, ZoneKind.BODY)) == 2
