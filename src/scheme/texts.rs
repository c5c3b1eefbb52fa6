//! All texts of a document that are written for readers.

use crate::language::Text;

use super::document::{Body, Document, Entry, Kind, OptionItem, Texts};

impl Document {
    /// Every text for readers, in the order in which the document lists what they belong to.
    ///
    /// # Example
    ///
    /// ```
    /// let (document, _) = jixiao::scheme::read::read("id = \"ward\"\ntitle = \"病房\"\n");
    /// let paths: Vec<&str> = document.texts().into_iter().map(|text| text.path.as_str()).collect();
    /// assert_eq!(paths, ["title"]);
    /// ```
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut all = vec![&self.title];
        all.extend(self.about.iter().chain(&self.clause));
        all.extend(self.units.iter().map(|unit| &unit.title));
        for entry in self.inputs.iter().chain(&self.parameters) {
            of_entry(entry, &mut all);
        }
        for choice in &self.choices {
            of_texts(&choice.texts, &mut all);
            of_options(&choice.options, &mut all);
        }
        for table in &self.tables {
            of_texts(&table.texts, &mut all);
            for column in &table.columns {
                of_entry(column, &mut all);
            }
            for row in &table.rows {
                of_texts(&row.texts, &mut all);
            }
        }
        for roster in &self.rosters {
            of_texts(&roster.texts, &mut all);
            all.extend(&roster.name);
            for column in &roster.columns {
                of_entry(column, &mut all);
            }
        }
        for step in &self.steps {
            of_texts(&step.texts, &mut all);
            of_kind(&step.kind, &mut all);
            if let Body::Rules(rules) = &step.body {
                all.extend(rules.iter().flat_map(|rule| rule.clause.iter().chain(&rule.note)));
            }
        }
        for texts in
            self.flags.iter().map(|flag| &flag.texts).chain(self.guards.iter().map(|guard| &guard.texts))
        {
            of_texts(texts, &mut all);
        }
        all.extend(self.gaps.iter().flat_map(|gap| [&gap.text, &gap.why]));
        all.extend(self.errata.iter().flat_map(|erratum| [&erratum.printed, &erratum.right, &erratum.why]));
        all
    }
}

fn of_texts<'d>(texts: &'d Texts, all: &mut Vec<&'d Text>) {
    all.push(&texts.title);
    all.extend(texts.note.iter().chain(&texts.clause));
}

fn of_entry<'d>(entry: &'d Entry, all: &mut Vec<&'d Text>) {
    of_texts(&entry.texts, all);
    all.extend(&entry.unprinted);
    of_kind(&entry.kind, all);
}

fn of_kind<'d>(kind: &'d Kind, all: &mut Vec<&'d Text>) {
    if let Kind::Options(options) = kind {
        of_options(options, all);
    }
}

fn of_options<'d>(options: &'d [OptionItem], all: &mut Vec<&'d Text>) {
    for option in options {
        of_texts(&option.texts, all);
    }
}
