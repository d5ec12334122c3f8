use super::*;

fn record(fields: &[(Field, &str)]) -> Record {
    let mut record = Record::default();
    for (field, text) in fields {
        record.put(*field, *text);
    }
    record
}

#[test]
fn a_megabyte_of_title_costs_no_more_than_a_line() {
    let long = "form ".repeat(200_000);
    let features = Features::of(&record(&[(Field::Title, &long)]));
    assert!(features.bytes() < 1_000);
    assert_ne!(features.title_hash, 0);
}

#[test]
fn the_end_of_a_long_title_is_kept() {
    let long = format!("{}part ii", "growth of form ".repeat(100));
    let features = Features::of(&record(&[(Field::Title, &long)]));
    let title = features.title();
    assert!(
        title.len() <= 400 && title.ends_with("form part ii"),
        "{title}"
    );
    assert!(title.starts_with("growth of form growth"), "{title}");
}

#[test]
fn an_empty_record_has_no_keys() {
    let features = Features::of(&Record::default());
    assert_eq!(features.exact, 0);
    assert_eq!(features.title_hash, 0);
    assert_eq!(features.first_surname(), 0);
}

#[test]
fn scripts_without_spaces_are_counted_by_pairs() {
    assert_eq!(
        words("深度学习 deep").collect::<Vec<_>>(),
        ["深度", "度学", "学习", "deep"]
    );
    assert_eq!(words("").count(), 0);
}

#[test]
fn the_fields_are_found_wherever_they_stand() {
    let features = Features::of(&record(&[
        (Field::Author, "Adeli K.Lewis G. F."),
        (Field::Title, "Lipoprotein: a review"),
        (Field::JournalTitle, "Brain : a journal of neurology"),
        (Field::Date, "2008"),
        (Field::Url, "https://doi.org/10.1097/MOL.0b013e3282ffaf82"),
    ]));
    assert_eq!(features.main_title(), "lipoprotein");
    assert_eq!(features.container_head(), "brain");
    assert_eq!(features.people().count(), 2);
    assert_eq!(features.year, Some(2008));
    assert_ne!(features.doi, 0);
}
