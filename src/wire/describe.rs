//! A scheme described: from the checked scheme to what a form is drawn from.

use super::description::{
    ChoiceForm, Description, ErratumText, Field, FieldKind, GapText, OptionText, OutputForm, RosterForm,
    StepForm, TableForm, TableKind, TableRow,
};
use super::taken::OriginForm;
use crate::evaluate::explain;
use crate::exact::Exact;
use crate::language::{Language, Text, Vocabulary};
use crate::scheme::document as declared;
use crate::scheme::document::{
    Body, Cell, Choice, Dated, Document, Entry, Kind, OptionItem, Output, Roster, Step, Table,
};
use crate::scheme::wording::Wording;
use crate::scheme::{Origin, Scheme};
use crate::unit::Unit;

impl Description {
    /// The description of a scheme in a language; `fingerprint` is that of its file.
    #[must_use]
    pub fn of(scheme: &Scheme, fingerprint: &str, language: Language) -> Self {
        let document = &scheme.document;
        let describer = Describer { reader: document.in_language(language) };
        Self {
            id: document.id.text.clone(),
            title: describer.words(&document.title),
            group: document.group.clone(),
            about: describer.optional(document.about.as_ref()),
            implements: document.implements.clone(),
            document: document.document.clone(),
            clause: describer.optional(document.clause.as_ref()),
            lines: document.lines.clone(),
            fingerprint: fingerprint.to_owned(),
            dated: document.is_dated(),
            inputs: describer.fields(&document.inputs),
            parameters: describer.fields(&document.parameters),
            choices: document.choices.iter().map(|choice| describer.choice(choice)).collect(),
            tables: document.tables.iter().map(|table| describer.table(table)).collect(),
            rosters: document.rosters.iter().map(|roster| describer.roster(roster)).collect(),
            steps: (0..document.steps.len())
                .zip(&document.steps)
                .map(|(at, step)| describer.step(step, explain::words(scheme, at, &describer.reader)))
                .collect(),
            outputs: outputs(document),
            gaps: document.gaps.iter().map(|gap| describer.gap(gap)).collect(),
            errata: document.errata.iter().map(|erratum| describer.erratum(erratum)).collect(),
        }
    }
}

/// Says declarations in a reader's words.
struct Describer<'d> {
    reader: Wording<'d>,
}

impl Describer<'_> {
    fn words(&self, text: &Text) -> String {
        self.reader.words(text).to_owned()
    }

    fn optional(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.words(text))
    }

    fn unit(&self, unit: &Unit) -> Option<String> {
        Some(unit.shown(&self.reader)).filter(|shown| !shown.is_empty())
    }

    fn fields(&self, entries: &[Entry]) -> Vec<Field> {
        entries.iter().map(|entry| self.field(entry)).collect()
    }

    fn field(&self, entry: &Entry) -> Field {
        let shown = |bound: &Option<Exact>| bound.as_ref().map(Exact::to_string);
        Field {
            id: entry.id.text.clone(),
            title: self.words(&entry.texts.title),
            note: self.optional(entry.texts.note.as_ref()),
            clause: self.optional(entry.texts.clause.as_ref()),
            kind: field_kind(&entry.kind),
            unit: self.unit_of(&entry.kind),
            min: shown(&entry.min),
            max: shown(&entry.max),
            whole: entry.whole,
            places: entry.places,
            value: entry.value.as_ref().and_then(latest),
            optional: entry.optional,
            per: entry.per.as_ref().map(|per| per.text.clone()),
            one_of: match &entry.kind {
                Kind::OneOf(of) => Some(of.text.clone()),
                _ => None,
            },
            options: match &entry.kind {
                Kind::Options(options) => self.options(options),
                _ => Vec::new(),
            },
            unprinted: self.optional(entry.unprinted.as_ref()),
            from: entry.from.iter().map(origin).collect(),
        }
    }

    fn unit_of(&self, kind: &Kind) -> Option<String> {
        match kind {
            Kind::Quantity(unit) => self.unit(unit),
            _ => None,
        }
    }

    fn options(&self, options: &[OptionItem]) -> Vec<OptionText> {
        let option = |option: &OptionItem| OptionText {
            id: option.id.text.clone(),
            title: self.words(&option.texts.title),
            note: self.optional(option.texts.note.as_ref()),
        };
        options.iter().map(option).collect()
    }

    fn choice(&self, choice: &Choice) -> ChoiceForm {
        ChoiceForm {
            id: choice.id.text.clone(),
            title: self.words(&choice.texts.title),
            note: self.optional(choice.texts.note.as_ref()),
            clause: self.optional(choice.texts.clause.as_ref()),
            options: self.options(&choice.options),
            default: choice.default.as_ref().map(|default| default.text.clone()),
        }
    }

    fn table(&self, table: &Table) -> TableForm {
        let (kind, by) = match &table.kind {
            declared::TableKind::Plain => (TableKind::Plain, None),
            declared::TableKind::Tiers { by, .. } => (TableKind::Tiers, self.unit(by)),
            declared::TableKind::Bands { by } => (TableKind::Bands, self.unit(by)),
        };
        TableForm {
            id: table.id.text.clone(),
            title: self.words(&table.texts.title),
            note: self.optional(table.texts.note.as_ref()),
            clause: self.optional(table.texts.clause.as_ref()),
            kind,
            by,
            fixed: table.fixed,
            of: table.of.as_ref().map(|of| of.text.clone()),
            columns: self.fields(&table.columns),
            rows: table.rows.iter().map(|row| self.row(row)).collect(),
        }
    }

    fn row(&self, row: &declared::Row) -> TableRow {
        let shown = |bound: &Option<Exact>| bound.as_ref().map(Exact::to_string);
        TableRow {
            id: row.id.text.clone(),
            title: self.words(&row.texts.title),
            note: self.optional(row.texts.note.as_ref()),
            clause: self.optional(row.texts.clause.as_ref()),
            of: row.of.as_ref().map(|of| of.text.clone()),
            from: shown(&row.from),
            to: shown(&row.to),
            below: shown(&row.below),
            cells: row.cells.iter().map(|cell| cell.as_ref().and_then(latest)).collect(),
        }
    }

    fn roster(&self, roster: &Roster) -> RosterForm {
        let heading = || match self.reader.language() {
            Language::TraditionalChinese => "名稱".to_owned(),
            Language::SimplifiedChinese => "名称".to_owned(),
            Language::English => "Name".to_owned(),
        };
        RosterForm {
            id: roster.id.text.clone(),
            title: self.words(&roster.texts.title),
            note: self.optional(roster.texts.note.as_ref()),
            clause: self.optional(roster.texts.clause.as_ref()),
            name: self.optional(roster.name.as_ref()).unwrap_or_else(heading),
            unit: Some(roster.unit.shown(&self.reader)).filter(|unit| !unit.is_empty()),
            of: roster.of.as_ref().map(|of| of.text.clone()),
            columns: self.fields(&roster.columns),
        }
    }

    fn step(&self, step: &Step, words: String) -> StepForm {
        StepForm {
            id: step.id.text.clone(),
            title: self.words(&step.texts.title),
            note: self.optional(step.texts.note.as_ref()),
            clause: self.optional(step.texts.clause.as_ref()),
            each: step.each.as_ref().map(|each| each.text.clone()),
            kind: field_kind(&step.kind),
            unit: self.unit_of(&step.kind),
            words,
            formula: written(&step.body),
            inner: step.inner,
            totalled: is_totalled(step),
        }
    }

    fn gap(&self, gap: &declared::Gap) -> GapText {
        GapText { clause: gap.clause.clone(), text: self.words(&gap.text), why: self.words(&gap.why) }
    }

    fn erratum(&self, erratum: &declared::Erratum) -> ErratumText {
        ErratumText {
            id: erratum.id.text.clone(),
            place: erratum.place.clone(),
            printed: self.words(&erratum.printed),
            right: self.words(&erratum.right),
            why: self.words(&erratum.why),
        }
    }
}

fn origin(origin: &Origin) -> OriginForm {
    OriginForm { scheme: origin.scheme.text.clone(), step: origin.step.text.clone() }
}

fn field_kind(kind: &Kind) -> FieldKind {
    match kind {
        Kind::Quantity(_) => FieldKind::Quantity,
        Kind::Truth => FieldKind::Truth,
        Kind::Date => FieldKind::Date,
        Kind::Words => FieldKind::Words,
        Kind::OneOf(_) => FieldKind::Row,
        Kind::Options(_) => FieldKind::Option,
    }
}

/// Whether the sum over a step's rows says something: where the scheme does not say, of amounts of something, not of
/// rates and plain numbers.
pub(super) fn is_totalled(step: &Step) -> bool {
    match &step.kind {
        Kind::Quantity(unit) if step.each.is_some() => {
            step.total.unwrap_or_else(|| !unit.is_plain() && !unit.name().contains('/'))
        }
        _ => false,
    }
}

/// The value that counts last.
fn latest(dated: &Dated) -> Option<String> {
    dated.versions.last().map(|(_, cell)| match cell {
        Cell::Quantity(value) => value.to_string(),
        Cell::Truth(value) => value.to_string(),
        Cell::Date(value) => value.to_string(),
        Cell::Words(text) | Cell::Id(text) => text.clone(),
    })
}

/// The formula as written; of first-match rules one a line.
fn written(body: &Body) -> String {
    match body {
        Body::Formula(formula) => formula.text.clone(),
        Body::Rules(rules) => {
            let lines = rules.iter().map(|rule| match &rule.when {
                Some(when) => format!("{} → {}", when.text, rule.then.text),
                None => format!("→ {}", rule.then.text),
            });
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

/// The result tables: those that the scheme declares, or all steps that are not inner ones.
fn outputs(document: &Document) -> Vec<OutputForm> {
    let declared = |output: &Output| OutputForm {
        of: output.of.as_ref().map(|of| of.text.clone()),
        steps: output.steps.iter().map(|step| step.text.clone()).collect(),
    };
    if !document.outputs.is_empty() {
        return document.outputs.iter().map(declared).collect();
    }
    let mut all: Vec<OutputForm> = Vec::new();
    for step in document.steps.iter().filter(|step| !step.inner) {
        let of = step.each.as_ref().map(|each| each.text.clone());
        match all.iter_mut().find(|output| output.of == of) {
            Some(output) => output.steps.push(step.id.text.clone()),
            None => all.push(OutputForm { of, steps: vec![step.id.text.clone()] }),
        }
    }
    all
}
