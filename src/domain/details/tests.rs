//! What is a detail and what is not, in both languages. The people in it do not exist.

use super::*;
use proptest::prelude::*;

const YEAR: i32 = 2026;

/// What is found in a text, as it stands there.
fn found(text: &str) -> Vec<(Detail, &str)> {
    let all = details(text, YEAR);
    all.into_iter().map(|one| (one.kind, text.get(one.at).expect("whole characters"))).collect()
}

#[test]
fn what_is_a_detail_is_found_whole() {
    use Detail::{BirthDate, Email, Name, NationalNumber, Phone};
    let table: &[(&str, &[(Detail, &str)])] = &[
        // Addresses.
        ("Ze mailde via an.peeters@school.be.", &[(Email, "an.peeters@school.be")]),
        ("mail naar info@mijn-school.co.uk, graag", &[(Email, "info@mijn-school.co.uk")]),
        ("(klas5_b+ouders@voorbeeld.vlaanderen)", &[(Email, "klas5_b+ouders@voorbeeld.vlaanderen")]),
        ("Mail 85073003328@school.be even", &[(Email, "85073003328@school.be")]),
        ("Write to Jo@example.org!", &[(Email, "Jo@example.org")]),
        // Telephone.
        ("Bel 0470 12 34 56 na vier uur", &[(Phone, "0470 12 34 56")]),
        ("gsm 0470/12.34.56", &[(Phone, "0470/12.34.56")]),
        ("gsm: 0470-123-456.", &[(Phone, "0470-123-456")]),
        ("0470123456", &[(Phone, "0470123456")]),
        ("0470 / 12 34 56", &[(Phone, "0470 / 12 34 56")]),
        ("04 70 12 34 56", &[(Phone, "04 70 12 34 56")]),
        ("Het nummer is +32 470 12 34 56.", &[(Phone, "+32 470 12 34 56")]),
        ("+32 (0)470 12 34 56", &[(Phone, "+32 (0)470 12 34 56")]),
        ("0032 9 123 45 67", &[(Phone, "0032 9 123 45 67")]),
        ("Thuis: 09 123 45 67", &[(Phone, "09 123 45 67")]),
        ("02/123.45.67 of later", &[(Phone, "02/123.45.67")]),
        ("016 12 34 56", &[(Phone, "016 12 34 56")]),
        ("call +44 20 7946 0018 today", &[(Phone, "+44 20 7946 0018")]),
        ("call +31-20-1234567", &[(Phone, "+31-20-1234567")]),
        ("0470 12 34 56 12 leerlingen", &[(Phone, "0470 12 34 56")]),
        // National numbers: right by 97, before and since 2000, and outside the register.
        ("85.07.30-033.28", &[(NationalNumber, "85.07.30-033.28")]),
        ("nummer 85073003328 staat er", &[(NationalNumber, "85073003328")]),
        ("850730 033 28", &[(NationalNumber, "850730 033 28")]),
        ("17.07.30-033.84", &[(NationalNumber, "17.07.30-033.84")]),
        ("85.27.30-033.71", &[(NationalNumber, "85.27.30-033.71")]),
        // Dates of birth.
        ("geboren op 12/03/2011", &[(BirthDate, "12/03/2011")]),
        ("geb. 12.03.11 in de stad", &[(BirthDate, "12.03.11")]),
        ("°12/03/2011", &[(BirthDate, "12/03/2011")]),
        ("° 1-9-2018", &[(BirthDate, "1-9-2018")]),
        ("Geboren op 12 maart 2011.", &[(BirthDate, "12 maart 2011")]),
        ("Haar verjaardag: 3 mei 2016", &[(BirthDate, "3 mei 2016")]),
        ("12/03/2011 is haar verjaardag", &[(BirthDate, "12/03/2011")]),
        ("een leerling van 12-03-2011", &[(BirthDate, "12-03-2011")]),
        ("1987-11-30", &[(BirthDate, "1987-11-30")]),
        ("born on 12th of March 2011", &[(BirthDate, "12th of March 2011")]),
        ("born March 12, 2011", &[(BirthDate, "March 12, 2011")]),
        ("date of birth: 12/03/2023", &[(BirthDate, "12/03/2023")]),
        // Names.
        ("De leerling Sofie kwam binnen", &[(Name, "Sofie")]),
        ("Leerling Sofie De Smet zweeg.", &[(Name, "Sofie De Smet")]),
        ("leerlingen Sofie, Adam en Noor", &[(Name, "Sofie"), (Name, "Adam"), (Name, "Noor")]),
        ("mijn collega Jan van den Berg zei", &[(Name, "Jan van den Berg")]),
        ("Juf Sara lachte", &[(Name, "Sara")]),
        ("meester Émile", &[(Name, "Émile")]),
        ("de mama van Yusuf belde", &[(Name, "Yusuf")]),
        ("De ouders van Anne-Sophie", &[(Name, "Anne-Sophie")]),
        ("een leerling genaamd Bram", &[(Name, "Bram")]),
        ("mevrouw De Smet", &[(Name, "De Smet")]),
        ("dhr. Peeters kwam", &[(Name, "Peeters")]),
        ("collega’s Lies en Tom", &[(Name, "Lies"), (Name, "Tom")]),
        ("the pupil Adam looked away", &[(Name, "Adam")]),
        ("My student Maya’s book", &[(Name, "Maya’s")]),
        ("the mother of Adam", &[(Name, "Adam")]),
        ("Mrs. O’Neil and Mr Smith", &[(Name, "O’Neil"), (Name, "Smith")]),
        ("a colleague called Ruth", &[(Name, "Ruth")]),
        ("Leerling  Ömer", &[(Name, "Ömer")]),
        // Several at once, in order.
        (
            "Leerling Noor (°12/03/2014, noor@voorbeeld.be, 0470 12 34 56)",
            &[
                (Name, "Noor"),
                (BirthDate, "12/03/2014"),
                (Email, "noor@voorbeeld.be"),
                (Phone, "0470 12 34 56"),
            ],
        ),
    ];
    assert!(table.len() >= 50);
    for (text, expected) in table {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn what_is_no_detail_is_left_alone() {
    let table = [
        // Ats that are no address.
        "Wij spreken af @school om vier uur.",
        "a@b en @@ en x@y. Daarna",
        "een prijs @ 12.50",
        // Years, amounts, hours, pages, classes.
        "In het schooljaar 2025-2026 en in 1998.",
        "Het kost € 1.250,50 of 1 250 euro.",
        "Van 08.25 tot 09.15 en van 10.10 tot 11.00.",
        "p. 123-145, blz. 12, 13 en 14",
        "5B telt 24 leerlingen, 12 + 12.",
        "Om 09:30 10:15 11:00 begint het.",
        "3,14159265358979 en 0.123456789",
        "+5 punten en -2",
        "hoofdstuk 01.02.03.04",
        "ISBN 978-90-01-23456-7",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        "Op 04-05-2026 10 leerlingen.",
        "BE68 5390 0754 7034",
        "0123456789",
        "12 345 678 leerlingen",
        // Eleven digits that are no national number.
        "85.07.30-033.29",
        "85133003328",
        "12345678901",
        // Dates of lessons and rules.
        "De les van 12/03/2026 en die van 3-2-2025.",
        "Op 12 maart 2011 was ik zelf student.",
        "Het decreet van 15/07/2002 over gelijke kansen",
        "Sinds 01/09/2012 werkt de school zo.",
        "Haar verjaardag vierden we op 12/03/2026.",
        "Het was 20 °C op 12/03/2026.",
        "geboren in 2011",
        "The act of 15-07-2002",
        "the lesson of 2026-03-12",
        "31/31/2011 of 12/13/11",
        // Capitals that are no name.
        "De juf Nederlands en de leerling Frans",
        "Een leerling Latijn of wiskunde",
        "leerlingen Turkse afkomst",
        "de moeder van Marokkaanse afkomst",
        "een collega Wiskunde",
        "ouders van Vlaanderen",
        "Dat zei een leerling. Maar ik zweeg.",
        "een leerling\nSofie",
        "de leerling De bel ging",
        "leerling A en leerling B",
        "leerlingen OKAN en BuSO",
        "de B-stroom, leerling B-stroom",
        "de leerling Maandag",
        "een collega van Frans",
        "een leerling uit Gent",
        "Leerling: Ik wil niet.",
        "de leerling sofie",
        "a student Erasmus",
        "the pupil I spoke to",
        "a teacher Education course",
        "students The bell rang",
        "a pupil. Then she left.",
        "the parents of French pupils",
        "the student Council met in March",
        "pupils in Brussels and Monday lessons",
        "a colleague; Adam is a first name",
        "moeder en vader",
        "mevrouw",
        "",
        " \n\t",
        "👩‍🏫 🙂 ١٢٣٤٥٦٧٨٩٠١ שלום",
    ];
    assert!(table.len() >= 50);
    for text in table {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_number_of_the_register_is_checked_since_2000_too() {
    // 97 minus the rest of 170730033, and of 2170730033.
    assert_eq!(97 - 2_170_730_033_u64 % 97, 84);
    assert_eq!(97 - 850_730_033_u64 % 97, 28);
    assert_eq!(97 - 852_730_033_u64 % 97, 71);
}

#[test]
fn the_youngest_pupils_grow_with_the_years() {
    assert_eq!(details("12/03/2025", 2026), []);
    assert_eq!(details("12/03/2025", 2032).len(), 1);
    assert_eq!(details("12/03/1925", 2032), []);
}

/// Long texts take as many steps as they have characters: this would not end if it were otherwise.
#[test]
fn long_texts_are_read_once() {
    for part in [
        "a",
        "0",
        "0 ",
        "@",
        "a@",
        "a.",
        "1/",
        "leerling ",
        "Sofie ",
        "leerling Sofie en ",
        "a-",
        "(",
        "+0",
        "°1 ",
    ] {
        let text = part.repeat(200_000 / part.len());
        assert!(details(&text, YEAR).len() <= text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever somebody writes: places are in order, apart, and whole characters.
    #[test]
    fn any_text_can_be_read(text in "(?s).{0,200}") {
        holds(&text);
    }

    /// The same for texts made of what the reader looks for.
    #[test]
    fn any_mixture_can_be_read(parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)) {
        holds(&parts.concat());
    }
}

const PARTS: &[&str] = &[
    "leerling",
    "Sofie",
    " ",
    " ",
    "\n",
    "@",
    ".",
    "-",
    "/",
    "0470",
    "12",
    "34",
    "+32",
    "(",
    "geboren",
    "2011",
    "°",
    "maart",
    "of",
    "mama",
    "van",
    "De",
    "’",
    "é",
    "🙂",
    "e\u{301}",
    "\u{200f}",
    ",",
    "en",
    "85073003328",
    "th",
];

fn holds(text: &str) {
    let mut last = 0;
    for finding in details(text, YEAR) {
        assert!(finding.at.start >= last && finding.at.end > finding.at.start);
        assert!(text.get(finding.at.clone()).is_some());
        last = finding.at.end;
    }
}
