//! A figure of the scheme that a limit is held against, such as the fund out of which is paid.

use super::measure::{Measure, whole};
use crate::evaluate::facts::Evaluated;
use crate::exact::Exact;
use crate::scheme::document::Kind;
use crate::unit::Unit;

/// An amount that a variant itself holds, whatever it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fund {
    /// What is entered for an input, by position; over all rows of its table where it has some.
    Input(usize),
    /// The same of a parameter.
    Parameter(usize),
    /// What a step yields; over all rows where it has some.
    Step(Measure),
}

impl Fund {
    /// The input, parameter or step with an id, where its amounts can be held against amounts in a unit.
    #[must_use]
    pub fn parse(variant: Evaluated<'_>, id: &str, unit: &Unit) -> Option<Self> {
        let document = &variant.scheme.document;
        let fits = |kind: &Kind| matches!(kind, Kind::Quantity(own) if own.fits(unit));
        let input = document.inputs.iter().position(|entry| entry.id.text == id && fits(&entry.kind));
        let parameter =
            || document.parameters.iter().position(|entry| entry.id.text == id && fits(&entry.kind));
        let step = || Measure::parse(variant, id).filter(|measure| measure.unit.fits(unit));
        let entered = input.map(Self::Input).or_else(|| parameter().map(Self::Parameter));
        entered.or_else(|| step().map(Self::Step))
    }

    /// What it amounts to in a variant, in base units; none where that is not known.
    #[must_use]
    pub fn value(&self, variant: Evaluated<'_>) -> Option<Exact> {
        match self {
            Self::Input(at) => whole(variant.facts.inputs.get(*at)?),
            Self::Parameter(at) => whole(variant.facts.parameters.get(*at)?),
            Self::Step(measure) => measure.value(variant.outcome),
        }
    }
}
