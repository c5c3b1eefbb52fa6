//! Find the error, told: the sheet with the planted mistake, and what somebody found of it.

use std::collections::BTreeMap;

use super::kinds::kind_name;
use super::marking::{Judged, KindText, Planted};
use super::sentence::{Sentences, Subject};
use crate::language::Vocabulary;
use crate::practise::{self, Calculation, Exercise, Kind, Spot, Tape};
use crate::wire::Teller;

impl Teller<'_> {
    /// The sheet of an exercise with a mistake planted in it; `self` tells the right calculation.
    #[must_use]
    pub fn planted(&self, exercise: &Exercise, planted: &practise::Planted) -> Planted {
        let tape = Tape { sheet: exercise.sheet.clone(), every_step: BTreeMap::new() };
        let mut sheet = Teller { outcome: &planted.outcome, ..*self }.tape(&tape);
        for line in &mut sheet.lines {
            line.numbers = line.numbers.as_deref().and_then(without_result);
        }
        let language = self.reader.language();
        let told = |kind: &Kind| KindText {
            kind: kind.id().to_owned(),
            text: kind_name(*kind, language).to_owned(),
        };
        Planted { sheet, kinds: planted.kinds.iter().map(told).collect() }
    }

    /// What somebody found of a planted mistake: the line, and the kind.
    #[must_use]
    pub fn judged(&self, planted: &practise::Planted, figure: &str, kind: &str) -> Judged {
        let calculation = Calculation::new(self.scheme, self.facts, self.outcome);
        let at = Spot::read(self.scheme, figure);
        let place = at == Some(planted.mistake.at);
        let found =
            at.zip(Kind::of_id(kind)).map(|(at, kind)| practise::judge(&calculation, planted, at, kind));
        let sentences = Sentences { teller: self, subject: Subject::Sheet };
        let said = sentences.mistake(&planted.mistake, &[], planted.mistake.at);
        let line = sentences.line_name(planted.mistake.at);
        let right = self.figure(planted.mistake.at.step, planted.mistake.at.at());
        Judged {
            place,
            kind: found.is_some_and(|found| found.kind),
            sentence: sentences.fill(["「{0}」：{1}", "“{0}”：{1}", "“{0}”: {1}"], &[&line, &said]),
            clause: self.clause_of(&planted.mistake),
            right: right.map(|figure| figure.shown).unwrap_or_default(),
        }
    }
}

/// A formula with its numbers, without what comes of them: that stands beside it.
fn without_result(numbers: &str) -> Option<String> {
    let signs = [" = ", " ≈ ", " → "];
    let at = signs.iter().filter_map(|sign| numbers.rfind(sign)).max()?;
    numbers.get(..at).map(str::to_owned)
}
