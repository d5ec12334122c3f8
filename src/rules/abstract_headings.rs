//! The headings of structured abstracts.

/// Longest first where one begins another.
const HEADINGS: &[&str] = &[
    "Background and objectives",
    "Background and objective",
    "Background and aims",
    "Background and purpose",
    "Background",
    "Objectives",
    "Objective",
    "Aims",
    "Aim",
    "Purpose",
    "Introduction",
    "Rationale",
    "Materials and methods",
    "Material and methods",
    "Patients and methods",
    "Methods and results",
    "Methods and findings",
    "Methodology",
    "Methods",
    "Method",
    "Study design",
    "Design",
    "Setting",
    "Participants",
    "Subjects",
    "Patients",
    "Interventions",
    "Intervention",
    "Procedures",
    "Measurements",
    "Measures",
    "Main outcome measures",
    "Main outcomes and measures",
    "Data sources",
    "Data collection and analysis",
    "Search methods",
    "Selection criteria",
    "Main results",
    "Principal findings",
    "Findings",
    "Results",
    "Outcomes",
    "Conclusions and relevance",
    "Conclusions",
    "Conclusion",
    "Discussion",
    "Interpretation",
    "Implications",
    "Limitations",
    "Significance",
    "Importance",
    "Context",
    "Funding",
    "Trial registration",
    "Practical implications",
    "Originality/value",
    "Research limitations/implications",
    "Design/methodology/approach",
];

/// What follows a heading that `text` begins with; capitals or not.
pub(super) fn after_heading(text: &str) -> Option<&str> {
    let first = text.bytes().next()?;
    HEADINGS
        .iter()
        .filter(|heading| heading.as_bytes().first() == Some(&first))
        .find_map(|heading| {
            let head = text.get(..heading.len())?;
            let rest = text.get(heading.len()..)?;
            let same = head == *heading
                || head.eq_ignore_ascii_case(heading)
                    && head.starts_with(|c: char| c.is_ascii_uppercase());
            let whole = !rest.starts_with(|c: char| c.is_lowercase());
            (same && whole).then_some(rest)
        })
}

/// Whether `text` begins as sentences of an abstract begin.
pub(super) fn follows_label(text: &str) -> bool {
    [
        "The ",
        "This ",
        "We ",
        "In ",
        "A ",
        "An ",
        "To ",
        "Although ",
        "There ",
        "These ",
        "Our ",
        "It ",
        "Using ",
        "Despite ",
    ]
    .iter()
    .any(|start| text.starts_with(start))
}
