//! Two variants compared, told in the reader's words.

use super::super::describe::is_totalled;
use super::super::number::{in_unit, shown, unit_of};
use super::super::problem::ProblemText;
use super::super::teller::Teller;
use super::compared::{
    Amount, ClassText, Compared, ComparedBand, ComparedGroup, ComparedPool, ComparedRow, ComparedSums,
    LimitResult, MoveText, PoolAmounts, SpreadText,
};
use crate::evaluate::facts::Evaluated;
use crate::evaluate::outcome::Closing;
use crate::evaluate::value::Item;
use crate::exact::{Column, Exact, Rounding, Sign};
use crate::simulate::{By, Comparison, Demand, Grouping, Judged, Limited, Matching, Sorted, Spread, Totals};
use crate::unit::Unit;

/// The edges of bands where none are given, in percent.
const EDGES: [i64; 9] = [-20, -10, -5, -2, 0, 2, 5, 10, 20];

/// Tells a comparison.
pub struct Comparer<'a> {
    before: Teller<'a>,
    after: Teller<'a>,
    compared: &'a Comparison,
    unit: Unit,
}

impl<'a> Comparer<'a> {
    /// Tells what a comparison of two variants found, in the language of the tellers.
    #[must_use]
    pub fn new(before: Teller<'a>, after: Teller<'a>, compared: &'a Comparison) -> Self {
        let step = before.scheme.document.steps.get(compared.steps[0]);
        let unit = step.map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned());
        Self { before, after, compared, unit }
    }

    /// Everything but the rows; `edges` of the bands are percents, such as `-5 0 5`, and may be empty.
    ///
    /// # Errors
    ///
    /// The word among the edges that is no number.
    pub fn summary(&self, edges: &str) -> Result<Compared, String> {
        let mut percents: Vec<Exact> = Vec::new();
        for word in edges.split_whitespace() {
            percents.push(Exact::parse(word).map_err(|_| word.to_owned())?);
        }
        if percents.is_empty() {
            percents = EDGES.into_iter().map(Exact::from).collect();
        }
        let (teller, compared) = (&self.before, self.compared);
        let step = teller.scheme.document.steps.get(compared.steps[0]);
        let (gains, losses) = compared.gains_and_losses();
        let bands = compared.bands(&percents, By::Percent);
        let ordered = compared.ordered(Sorted::Difference);
        let count = usize::try_from(compared.count()).unwrap_or(0);
        let extreme =
            |pair: Option<&u32>, some: u32| pair.filter(|_| some > 0).and_then(|pair| self.row(*pair));
        let band = |band: crate::simulate::Band| ComparedBand {
            from: band.from.map(|edge| edge.to_string()),
            below: band.below.map(|edge| edge.to_string()),
            count: band.count,
            difference: band.difference.map(|sum| self.change(&sum)),
        };
        let [spread_before, spread_after] = compared.spreads().map(|spread| self.spread(spread));
        let [budget_before, budget_after] =
            [0, 1].map(|side| compared.sums.get(side)?.as_ref().map(|sum| self.amount(sum)));
        Ok(Compared {
            step: teller.step_id(compared.steps[0]),
            title: step.map(|step| teller.words(&step.texts.title)).unwrap_or_default(),
            unit: Some(self.unit.shown(&teller.reader)).filter(|unit| !unit.is_empty()),
            each: compared.axes[0].map(|axis| teller.axis_id(axis)),
            matching: match compared.matching {
                Matching::Position => "position",
                Matching::Name => "name",
            },
            rows: u32::try_from(compared.pairs.len()).unwrap_or(u32::MAX),
            matched: self.sums(compared.totals()),
            budget_before,
            budget_after,
            totalled: step.is_some_and(is_totalled),
            gains,
            losses,
            unchanged: bands.unchanged,
            largest_gain: extreme(count.checked_sub(1).and_then(|last| ordered.get(last)), gains),
            largest_loss: extreme(ordered.first(), losses),
            bands: bands.bands.into_iter().map(band).collect(),
            from_nothing: bands.from_nothing,
            spread_before,
            spread_after,
            pools: self.pools(),
            moves: self.moves(),
            problems: self.problems(),
        })
    }

    /// Rows without a counterpart, and what cannot be compared.
    #[must_use]
    pub fn problems(&self) -> Vec<ProblemText> {
        let told = |problem| ProblemText::of(problem, None, &self.before.reader);
        self.compared.problems.iter().map(told).collect()
    }

    /// Some rows in an order; with `descending` from its end, where those without a number still stand last.
    #[must_use]
    pub fn rows(&self, by: Sorted, descending: bool, from: u32, count: u32) -> Vec<ComparedRow> {
        let pairs = self.order(by, descending);
        let [from, count] = [from, count].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        pairs.iter().skip(from).take(count).filter_map(|pair| self.row(*pair)).collect()
    }

    /// The places of the rows in an order.
    #[must_use]
    pub fn order(&self, by: Sorted, descending: bool) -> Vec<u32> {
        let mut pairs = self.compared.ordered(by);
        if descending {
            let known = if by == Sorted::Position { pairs.len() } else { self.compared.known.len() };
            if let Some(known) = pairs.get_mut(..known) {
                known.reverse();
            }
        }
        pairs
    }

    /// A whole column as text, one row a line, in the order of the rows, and empty where there is nothing: `name`,
    /// `before`, `after`, `difference` (exact), `percent` (rounded), `rankBefore`, `rankAfter`.
    #[must_use]
    pub fn lines(&self, column: &str) -> Option<String> {
        let compared = self.compared;
        let mut text = String::new();
        match column {
            "name" => self.each_line(&mut text, |pair| Some(self.name(pair))),
            "before" => self.numbers(&compared.before, &mut text),
            "after" => self.numbers(&compared.after, &mut text),
            "difference" => self.numbers(&compared.difference, &mut text),
            "percent" => self.each_line(&mut text, |pair| percent(compared.percent(compared.place(pair)?))),
            "rankBefore" => self.each_line(&mut text, |pair| self.ranks(pair).0.map(|rank| rank.to_string())),
            "rankAfter" => self.each_line(&mut text, |pair| self.ranks(pair).1.map(|rank| rank.to_string())),
            _ => return None,
        }
        Some(text)
    }

    fn each_line(&self, text: &mut String, line: impl Fn(u32) -> Option<String>) {
        for pair in (0_u32..).take(self.compared.pairs.len()) {
            text.push_str(&line(pair).unwrap_or_default().replace('\n', " "));
            text.push('\n');
        }
    }

    fn numbers(&self, column: &Column, text: &mut String) {
        let mut lines = String::new();
        if self.unit.is_base() {
            column.texts_into(&mut lines);
        } else {
            column.divided_by_exact(self.unit.factor()).0.texts_into(&mut lines);
        }
        let (mut lines, mut known) = (lines.lines(), self.compared.known.iter().peekable());
        for pair in (0_u32..).take(self.compared.pairs.len()) {
            if known.next_if_eq(&&pair).is_some() {
                text.push_str(lines.next().unwrap_or_default());
            }
            text.push('\n');
        }
    }

    /// What changes for each group of rows; none where nothing groups them so.
    #[must_use]
    pub fn groups(&self, by: &str) -> Option<Vec<ComparedGroup>> {
        let teller = &self.before;
        let grouping = Grouping::of(side(teller), self.compared.axes[0]?, by)?;
        let group = |group: crate::simulate::Group| {
            let named = group.code.map(|code| teller.result(&grouping.kind, code));
            let (id, title) = named.unzip();
            let sums = self.sums(group.totals);
            ComparedGroup { id, title, sums, gains: group.gains, losses: group.losses }
        };
        Some(self.compared.groups(&grouping).into_iter().map(group).collect())
    }

    /// How the figures lie in at most about so many classes.
    #[must_use]
    pub fn classes(&self, most: u32) -> Vec<ClassText> {
        let class = |class: crate::simulate::Class| ClassText {
            from: self.amount(&class.from),
            below: self.amount(&class.below),
            before: class.before,
            after: class.after,
        };
        self.compared.classes(most).into_iter().map(class).collect()
    }

    /// Whether a limit holds; its bounds are in the step's unit.
    #[must_use]
    pub fn limit(&self, demand: &Demand) -> LimitResult {
        let Some(limit) = demand.limit(side(&self.after)) else {
            return LimitResult::default();
        };
        let Judged { holds, fails, beyond } = self.compared.judge(&limit);
        let bound = |bound: &Option<Exact>| {
            let amount = bound.as_ref().filter(|_| limit.of != Limited::Percent);
            amount.map(|amount| self.amount(amount))
        };
        LimitResult {
            holds,
            least: bound(&limit.least),
            most: bound(&limit.most),
            beyond: beyond.map(|beyond| self.amount(&beyond)),
            first: fails.first().and_then(|pair| self.row(*pair)),
            failures: u32::try_from(fails.len()).unwrap_or(u32::MAX),
            rows: fails,
        }
    }

    /// What readers see of exact numbers in the step's unit, each on a line of its own; with `signed` as changes.
    #[must_use]
    pub fn shown(&self, lines: &str, signed: bool) -> String {
        let mut text = String::with_capacity(lines.len());
        for line in lines.lines() {
            match Exact::parse(line) {
                Ok(number) => {
                    if signed && number.sign() == Sign::Positive {
                        text.push('+');
                    }
                    text.push_str(&shown(&number, &self.unit, None));
                }
                Err(_) => text.push_str(line),
            }
            text.push('\n');
        }
        text
    }

    /// For a step that yields no number: how many rows come to another result.
    #[must_use]
    pub fn moved(&self) -> u32 {
        let moves = self.moves().into_iter().filter(|moved| !moved.same);
        moves.fold(0_u32, |sum, moved| sum.saturating_add(moved.count))
    }

    /// The unit of the step.
    #[must_use]
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    fn row(&self, at: u32) -> Option<ComparedRow> {
        let compared = self.compared;
        let pair = compared.pairs.get(usize::try_from(at).ok()?)?;
        let place = compared.place(at);
        let (rank_before, rank_after) = self.ranks(at);
        Some(ComparedRow {
            at,
            name: self.name(at),
            row_before: pair.before,
            row_after: pair.after,
            before: pair.before.and_then(|row| self.before.figure(compared.steps[0], row)),
            after: pair.after.and_then(|row| self.after.figure(compared.steps[1], row)),
            difference: place.and_then(|place| Some(self.change(&compared.difference.at(place)?))),
            percent: place.and_then(|place| percent(compared.percent(place))),
            rank_before,
            rank_after,
        })
    }

    fn name(&self, at: u32) -> String {
        let pair = usize::try_from(at).ok().and_then(|at| self.compared.pairs.get(at));
        let [before, after] = self.compared.axes;
        let here = pair.and_then(|pair| Some(self.before.row_name(before?, pair.before?)));
        let there = || pair.and_then(|pair| Some(self.after.row_name(after?, pair.after?)));
        here.or_else(there).unwrap_or_default()
    }

    fn ranks(&self, at: u32) -> (Option<u32>, Option<u32>) {
        let pair = usize::try_from(at).ok().and_then(|at| self.compared.pairs.get(at));
        let rank = |ranks: &[u32], row: Option<u32>| {
            ranks.get(usize::try_from(row?).ok()?).copied().filter(|rank| *rank > 0)
        };
        let [here, there] = &self.compared.ranks;
        (rank(here, pair.and_then(|pair| pair.before)), rank(there, pair.and_then(|pair| pair.after)))
    }

    fn sums(&self, totals: Totals) -> ComparedSums {
        let share =
            totals.before.as_ref().zip(totals.difference.as_ref()).and_then(|(before, difference)| {
                difference.times(&Exact::from(100))?.divided_by(&before.absolute()).ok()
            });
        ComparedSums {
            count: totals.count,
            before: totals.before.map(|sum| self.amount(&sum)),
            after: totals.after.map(|sum| self.amount(&sum)),
            difference: totals.difference.map(|sum| self.change(&sum)),
            percent: percent(share),
        }
    }

    fn spread(&self, spread: Spread) -> SpreadText {
        let amount = |number: Option<Exact>| number.map(|number| self.amount(&number));
        SpreadText {
            gini: spread.gini.map(|gini| gini.approximate(4)),
            tenth: amount(spread.tenth),
            ninetieth: amount(spread.ninetieth),
            ratio: spread.ratio.map(|ratio| ratio.approximate(2)),
        }
    }

    fn pools(&self) -> Vec<ComparedPool> {
        let mut pools: Vec<ComparedPool> = Vec::new();
        for (teller, proposed) in [(&self.before, false), (&self.after, true)] {
            for closing in &teller.outcome.pools {
                let step = teller.step_id(closing.step);
                let row = closing.of.map(|(axis, row)| teller.row_name(axis, row));
                let amounts = Some(pool(teller, closing));
                let same = |pool: &&mut ComparedPool| {
                    proposed && pool.step == step && pool.row == row && pool.after.is_none()
                };
                match (pools.iter_mut().find(same), proposed) {
                    (Some(pool), _) => pool.after = amounts,
                    (None, proposed) => {
                        let declared = teller.scheme.document.steps.get(closing.step);
                        let title = declared.map(|step| teller.words(&step.texts.title)).unwrap_or_default();
                        let (before, after) = if proposed { (None, amounts) } else { (amounts, None) };
                        pools.push(ComparedPool { step, title, row, before, after });
                    }
                }
            }
        }
        pools
    }

    fn moves(&self) -> Vec<MoveText> {
        let compared = self.compared;
        let named = |teller: &Teller<'_>, step: usize, code: Option<u32>| {
            let kind = &teller.scheme.document.steps.get(step)?.kind;
            code.map(|code| teller.result(kind, code))
        };
        let told = compared.moves(side(&self.before), side(&self.after)).into_iter().map(|moved| {
            let before = named(&self.before, compared.steps[0], moved.before);
            let after = named(&self.after, compared.steps[1], moved.after);
            MoveText {
                same: before.as_ref().map(|(id, _)| id) == after.as_ref().map(|(id, _)| id),
                before: before.map(|(_, title)| title),
                after: after.map(|(_, title)| title),
                count: moved.count,
            }
        });
        told.collect()
    }

    /// An amount in base units.
    fn amount(&self, number: &Exact) -> Amount {
        amount(number, &self.unit)
    }

    /// What changes, with its sign.
    fn change(&self, number: &Exact) -> Amount {
        change(number, &self.unit)
    }
}

/// An amount in base units, in a unit.
pub(super) fn amount(number: &Exact, unit: &Unit) -> Amount {
    let number = in_unit(number, unit);
    Amount { value: number.to_string(), shown: shown(&number, unit, None) }
}

/// An amount that says what changes: with its sign.
pub(super) fn change(number: &Exact, unit: &Unit) -> Amount {
    let mut amount = amount(number, unit);
    if number.sign() == Sign::Positive {
        amount.shown.insert(0, '+');
    }
    amount
}

/// A percent as it is shown: with two decimals, so that one stands under the other.
pub(super) fn percent(exact: Option<Exact>) -> Option<String> {
    exact?.rounded(2, Rounding::HalfAwayFromZero)?.fixed(2)
}

/// The variant that a teller tells.
pub(super) fn side<'t>(teller: &'t Teller<'_>) -> Evaluated<'t> {
    Evaluated { scheme: teller.scheme, facts: teller.facts, outcome: teller.outcome }
}

fn pool(teller: &Teller<'_>, closing: &Closing) -> PoolAmounts {
    let step = teller.scheme.document.steps.get(closing.step);
    let unit = step.map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned());
    PoolAmounts {
        pool: amount(&closing.pool, &unit),
        paid: amount(&closing.paid, &unit),
        left: amount(&closing.left, &unit),
        residual: amount(&closing.residual, &unit),
    }
}

impl Teller<'_> {
    /// The id and the title of a result that is an option, a row or a truth.
    pub(super) fn result(&self, kind: &crate::scheme::document::Kind, code: u32) -> (String, String) {
        let item = match kind {
            crate::scheme::document::Kind::Truth => Item::Truth(code != 0),
            _ => Item::Code(code),
        };
        let figure = self.known(kind, None, &item);
        (figure.value.unwrap_or_default(), figure.shown)
    }
}
