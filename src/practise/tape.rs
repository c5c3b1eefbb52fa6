//! A calculation to be played line by line, beside what rounding at every step would have made of it.

use std::collections::BTreeMap;

use super::calculation::Calculation;
use super::course::Course;
use super::sheet::Sheet;
use super::spot::Spot;
use crate::evaluate::facts::Evaluated;
use crate::evaluate::value::Item;

/// The calculation of one figure, everything shown.
#[derive(Clone, Debug)]
pub struct Tape {
    /// Its lines.
    pub sheet: Sheet,
    /// What each line would be had every step before been rounded to the places that are asked for, and this one too:
    /// calculated with the rounded figures, exactly.
    pub every_step: BTreeMap<Spot, Item>,
}

impl Tape {
    /// The tape of a figure.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::evaluate::facts::{Evaluated, Facts};
    /// use jixiao::evaluate::run::evaluate;
    /// use jixiao::evaluate::value::Item;
    /// use jixiao::practise::{Spot, Tape};
    /// use jixiao::scheme::Scheme;
    ///
    /// let scheme = Scheme::read(r#"
    ///     id = "tiny"
    ///     title = "試"
    ///     [input.pool]
    ///     title = "總額"
    ///     unit = "yuan"
    ///     [step.each]
    ///     title = "每份"
    ///     unit = "yuan"
    ///     formula = "pool / 3"
    ///     [step.all]
    ///     title = "六份"
    ///     unit = "yuan"
    ///     formula = "each * 6"
    /// "#.as_bytes()).unwrap();
    /// let facts = Facts::open(&scheme, r#"{"inputs": {"pool": "100"}}"#);
    /// let outcome = evaluate(&scheme, &facts);
    /// let all = Spot::read(&scheme, "all").unwrap();
    /// let variant = Evaluated { scheme: &scheme, facts: &facts, outcome: &outcome };
    /// // Six times 33.33, where the scheme says 200.
    /// let rounded = Tape::of(variant, all).every_step[&all].clone();
    /// assert!(matches!(rounded, Item::Number(number) if number.to_string() == "199.98"));
    /// ```
    #[must_use]
    pub fn of(variant: Evaluated<'_>, spot: Spot) -> Self {
        let Evaluated { scheme, facts, outcome } = variant;
        let sheet = Sheet::of(variant, &[spot]);
        let calculation = Calculation::new(scheme, facts, outcome);
        let course = Course::rounding_every_step(&calculation);
        let figure = |spot: Spot| Some((spot, course.figure(spot)?));
        let every_step = sheet.lines.iter().filter_map(|line| figure(line.spot)).collect();
        Self { sheet, every_step }
    }
}
