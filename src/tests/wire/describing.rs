//! The description that a form is drawn from.

use std::fs;
use std::path::Path;

use crate::language::Language;
use crate::scheme::{Scheme, check, read};
use crate::wire::{Description, FieldKind, fingerprint};

/// A shipped scheme with its translations.
fn shipped(id: &str) -> (Scheme, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemes").join(id);
    let text = fs::read_to_string(folder.join("scheme.toml")).unwrap();
    let (mut document, _) = read::read(&text);
    for language in [Language::SimplifiedChinese, Language::English] {
        let file = folder.join(format!("text.{}.toml", language.tag()));
        document.translate(language, &fs::read_to_string(file).unwrap());
    }
    (check::check(document).unwrap(), fingerprint(text.as_bytes()))
}

#[test]
fn the_ward_nurses_are_described_in_three_languages() {
    let (scheme, fingerprint) = shipped("ward-nurses");
    let titles: Vec<String> = Language::ALL
        .into_iter()
        .map(|language| {
            let described = Description::of(&scheme, &fingerprint, language);
            format!("{} / {}", described.title, described.steps[2].title)
        })
        .collect();
    assert_eq!(
        titles,
        [
            "病房護士績效工資 / 每分價值",
            "病房护士绩效工资 / 每分价值",
            "Ward nurses' performance pay / Value per point"
        ]
    );
}

#[test]
fn a_description_has_all_that_a_form_needs() {
    let (scheme, fingerprint) = shipped("ward-nurses");
    let described = Description::of(&scheme, &fingerprint, Language::English);
    assert_eq!(
        (described.id.as_str(), described.group.as_str(), described.dated),
        ("ward-nurses", "nursing", false)
    );
    assert_eq!(described.implements, ["P7.13"]);
    let pool = &described.inputs[0];
    assert_eq!(
        (pool.id.as_str(), pool.kind, pool.unit.as_deref(), pool.places),
        ("pool", FieldKind::Quantity, Some("yuan"), Some(2))
    );
    let shift = &described.tables[0];
    assert_eq!(
        (shift.columns[0].id.as_str(), shift.columns[0].unit.as_deref()),
        ("value", Some("point/shift"))
    );
    assert_eq!(shift.rows[1].cells, [Some("1.5".to_owned())]);
    let shifts = &described.rosters[0].columns[0];
    assert_eq!((shifts.per.as_deref(), shifts.min.as_deref()), (Some("shift"), Some("0")));
    assert_eq!(described.choices[0].default.as_deref(), Some("exact"));
    let totalled: Vec<&str> =
        described.steps.iter().filter(|step| step.totalled).map(|step| step.id.as_str()).collect();
    assert_eq!(totalled, ["points", "pay"]);
    assert!(described.steps.iter().all(|step| !step.words.is_empty() && !step.formula.is_empty()));
    let outputs: Vec<_> =
        described.outputs.iter().map(|output| (output.of.as_deref(), output.steps.len())).collect();
    assert_eq!(outputs, [(None, 3), (Some("nurse"), 2)]);
    assert_eq!(described.errata.len(), 4);
}

#[test]
fn without_declared_outputs_all_steps_are_shown() {
    let scheme = super::scheme(
        "id = \"o\"\ntitle = \"出\"\n[roster.r]\ntitle = \"冊\"\n[step.a]\ntitle = \"甲\"\nformula = \"1\"\n[step.b]\ntitle = \"乙\"\ninner = true\nformula = \"2\"\n[step.c]\ntitle = \"丙\"\neach = \"r\"\nformula = \"a + b\"\n",
    );
    let described = Description::of(&scheme, "", Language::English);
    let outputs: Vec<_> =
        described.outputs.iter().map(|output| (output.of.as_deref(), output.steps.clone())).collect();
    assert_eq!(outputs, [(None, vec!["a".to_owned()]), (Some("r"), vec!["c".to_owned()])]);
}
