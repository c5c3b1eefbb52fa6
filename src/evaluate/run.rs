//! The run of a scheme over facts: step after step, each over all its rows at once.
//!
//! A step without a value for some row never stops the others: the row carries a fault, which names its problem.

mod again;
mod aggregate;
mod arithmetic;
mod frame;
mod graded;
mod joint;
mod leaf;
mod logic;
mod open;
mod ranked;
#[cfg(feature = "practise")]
mod replaced;
mod said;
mod share;

use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{Closing, Guarded, Outcome, Raised, StepOutcome};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::problem::{Code, Problem};
use crate::scheme::term::{Axis, Term, TermKind};
use crate::scheme::{Plan, Scheme};

pub use again::{Again, Fell, again};
pub use frame::Frame;
use joint::Joints;
use open::Chosen;
#[cfg(feature = "practise")]
pub(crate) use replaced::put;
#[cfg(feature = "practise")]
pub use replaced::{Replaced, evaluate_with};
use said::{Notices, Problems};

/// Evaluates a scheme over facts.
///
/// Always yields an outcome: what cannot be computed is a fault at its figure.
#[must_use]
pub fn evaluate(scheme: &Scheme, facts: &Facts) -> Outcome {
    let mut run = Run::new(scheme, facts, Chosen::none());
    run.steps();
    let mut outcome = run.outcome();
    open::settle(scheme, facts, &mut outcome);
    outcome
}

/// A run: what was computed so far.
pub struct Run<'r> {
    scheme: &'r Scheme,
    facts: &'r Facts,
    /// The values of the steps, none before they are computed.
    values: Vec<Option<Value>>,
    /// Problems of the run; their faults begin behind those of the facts.
    problems: Problems,
    /// The faults that figures have together.
    joints: Joints,
    /// The step that is being computed, or that was the last.
    step: usize,
    /// The flag or guard rail that is being computed, behind all steps.
    condition: Option<String>,
    notices: Notices,
    pools: Vec<Closing>,
    /// What is taken where a choice within a range is open.
    chosen: Chosen,
    /// Where rows fell in tables of tiers and bands, where somebody asks.
    fell: Option<Vec<Fell>>,
}

impl<'r> Run<'r> {
    fn new(scheme: &'r Scheme, facts: &'r Facts, chosen: Chosen) -> Self {
        Self {
            scheme,
            facts,
            values: vec![None; scheme.steps.len()],
            problems: Problems::default(),
            joints: Joints::default(),
            step: 0,
            condition: None,
            notices: Notices::default(),
            pools: Vec::new(),
            chosen,
            fell: None,
        }
    }

    /// A run that goes on where an outcome ended: any term of the scheme can be evaluated in it.
    #[must_use]
    pub fn after(scheme: &'r Scheme, facts: &'r Facts, outcome: &Outcome) -> Self {
        let mut run = Self::new(scheme, facts, Chosen::none());
        run.values = outcome.steps.iter().map(|step| Some(step.value.clone())).collect();
        run.problems = Problems::of(outcome.problems.get(facts.problems.len()..).unwrap_or_default());
        run
    }

    /// Computes all steps in their order.
    fn steps(&mut self) {
        for &position in &self.scheme.order {
            let Some(plan) = self.scheme.steps.get(position) else { continue };
            self.step = position;
            let value = self.plan(plan);
            if let Some(slot) = self.values.get_mut(position) {
                *slot = Some(value);
            }
        }
    }

    /// The value of a plan, with a value for every row when it has rows.
    fn plan(&mut self, plan: &Plan) -> Value {
        let frame = Frame::of(plan.each);
        let value = self.value(&plan.term, &frame);
        match (plan.each, value) {
            (Some(axis), one @ Value::One(_)) => Value::Many(self.rows(&one, self.length(axis))),
            (_, value) => value,
        }
    }

    /// The value of a term in a frame, over all rows of the frame.
    pub fn value(&mut self, term: &Term, frame: &Frame<'_>) -> Value {
        match &term.kind {
            TermKind::Number(number) => Value::number(number.clone()),
            TermKind::Truth(truth) => Value::One(Ok(Item::Truth(*truth))),
            TermKind::Date(date) => Value::One(Ok(Item::Date(*date))),
            TermKind::Option(option) => {
                Value::One(Ok(Item::Code(u32::try_from(*option).unwrap_or(u32::MAX))))
            }
            TermKind::Row(axis, id) => self.row(*axis, id),
            TermKind::Whole(source) | TermKind::Own(source) => self.stored(*source),
            TermKind::Picked(source) => self.picked(*source, frame),
            TermKind::Fixed(source, id) => self.fixed(*source, id),
            TermKind::Follow { link, axis, of } => self.followed(link, *axis, of, frame),
            TermKind::Outer(of) => self.outer(of, frame),
            TermKind::Aggregate(aggregate) => self.aggregate(aggregate, frame),
            TermKind::First(arms) => self.first(arms, frame),
            TermKind::Given(of) => self.given(of, frame),
            TermKind::OrElse(of, other) => self.or_else(of, other, frame),
            TermKind::Chosen(of, low, high) => self.chosen(term.span, of, low, high, frame),
            TermKind::Negative(of) => self.negative(of, frame),
            TermKind::Absolute(of) => self.absolute(of, frame),
            TermKind::Not(of) => self.not(of, frame),
            TermKind::Arithmetic(operator, left, right) => {
                let (left, right) = (self.value(left, frame), self.value(right, frame));
                self.arithmetic(*operator, &left, &right)
            }
            TermKind::Compare(comparison, left, right) => self.compare(*comparison, left, right, frame),
            TermKind::Same(left, right) => self.same(left, right, frame),
            TermKind::Among(of, ids) => self.among(of, ids, frame),
            TermKind::And(left, right) => self.both(left, right, false, frame),
            TermKind::Or(left, right) => self.both(left, right, true, frame),
            TermKind::Greatest(terms) => self.extreme(terms, true, frame),
            TermKind::Least(terms) => self.extreme(terms, false, frame),
            TermKind::Round(mode, of, places) => self.rounded(*mode, of, *places, frame),
            TermKind::RoundTo(of, multiple) => self.rounded_to(of, multiple, frame),
            TermKind::Share(share) => self.share(share, frame),
            TermKind::Graded(grading, of, table) => self.graded(*grading, of, *table, frame),
            TermKind::Rank(of, within) => self.rank(of, within.as_deref(), frame),
            TermKind::Previous(of, first) => self.previous(of, first, frame),
            TermKind::Part(part, of) => self.part(*part, of, frame),
            TermKind::Days(counted, from, to) => self.days(*counted, from, to, frame),
        }
    }

    /// How many rows an axis has.
    pub(crate) fn length(&self, axis: Axis) -> usize {
        self.facts.length(axis)
    }

    /// The problem of a fault; of several together, the first.
    pub(crate) fn problem(&self, fault: Fault) -> Option<&Problem> {
        let fault = usize::try_from(self.joints.first(fault)).ok()?;
        let known = self.facts.problems.len();
        if fault < known {
            self.facts.problems.get(fault)
        } else {
            self.problems.at(fault.saturating_sub(known))
        }
    }

    /// The fault of a problem of what is being computed; the same for every row that has it.
    fn fault(&mut self, code: Code) -> Fault {
        let id = self.scheme.document.steps.get(self.step).map_or("", |step| &step.id.text);
        let path = self.condition.clone().unwrap_or_else(|| format!("step.{id}"));
        self.fault_at(code, path)
    }

    /// The fault of a problem at a path.
    fn fault_at(&mut self, code: Code, path: String) -> Fault {
        let position = self.problems.position(code.on(path));
        u32::try_from(self.facts.problems.len().saturating_add(position)).unwrap_or(u32::MAX)
    }

    /// Everything that the run found.
    fn outcome(mut self) -> Outcome {
        let mut unknown = Vec::new();
        let flags = self.flags(&mut unknown);
        let guards = self.guards(&mut unknown);
        let steps = self.scheme.steps.iter().zip(self.values).map(|(plan, value)| StepOutcome {
            each: plan.each,
            value: value.map_or_else(
                || Value::many(Data::Truths(Vec::new())),
                |value| self.joints.apart(value, &mut unknown),
            ),
            open: Vec::new(),
        });
        let steps = steps.collect();
        let problems = self.facts.problems.iter().cloned().chain(self.problems.into_list()).collect();
        let mut outcome = Outcome {
            steps,
            flags,
            guards,
            notices: self.notices.into_list(),
            pools: self.pools,
            problems,
            told: Vec::new(),
        };
        outcome.told = told(&outcome, self.joints.parts(unknown), self.facts.problems.len());
        outcome
    }

    /// The flags that are raised; `unknown` takes the faults of those of which it cannot be computed.
    fn flags(&mut self, unknown: &mut Vec<Fault>) -> Vec<Raised> {
        let mut raised = Vec::new();
        let scheme = self.scheme;
        for ((flag, plan), declared) in scheme.flags.iter().enumerate().zip(&scheme.document.flags) {
            match self.condition(plan, format!("flag.{}", declared.id.text)) {
                Value::One(Ok(Item::Truth(true))) => raised.push(Raised { flag, row: None }),
                Value::One(Ok(_)) => {}
                Value::One(Err(fault)) => unknown.push(fault),
                Value::Many(rows) => {
                    unknown.extend(rows.faults.iter().map(|(_, fault)| *fault));
                    let Data::Truths(truths) = &rows.data else { continue };
                    for (row, _) in (0_u32..).zip(truths).filter(|(_, truth)| **truth) {
                        if rows.fault(row).is_none() {
                            raised.push(Raised { flag, row: Some(row) });
                        }
                    }
                }
            }
        }
        raised
    }

    /// Which guard rails hold; `unknown` takes the faults of those of which it cannot be computed.
    fn guards(&mut self, unknown: &mut Vec<Fault>) -> Vec<Guarded> {
        let mut guards = Vec::new();
        for (plan, declared) in self.scheme.guards.iter().zip(&self.scheme.document.guards) {
            guards.push(match self.condition(plan, format!("guard.{}", declared.id.text)) {
                Value::One(Ok(Item::Truth(false))) => Guarded::Fails(Vec::new()),
                Value::One(Ok(_)) => Guarded::Holds,
                Value::One(Err(fault)) => {
                    unknown.push(fault);
                    Guarded::Unknown(self.joints.first(fault))
                }
                Value::Many(rows) => {
                    unknown.extend(rows.faults.iter().map(|(_, fault)| *fault));
                    match guarded(&rows) {
                        Guarded::Unknown(fault) => Guarded::Unknown(self.joints.first(fault)),
                        known => known,
                    }
                }
            });
        }
        guards
    }

    /// The truth of a flag or guard rail; what would be said of a step on the way, the steps have said.
    fn condition(&mut self, plan: &Plan, path: String) -> Value {
        let (notices, pools) = (std::mem::take(&mut self.notices), self.pools.len());
        self.condition = Some(path);
        let value = self.plan(plan);
        self.condition = None;
        self.notices = notices;
        self.pools.truncate(pools);
        value
    }
}

/// Whether a guard rail holds for all rows; a row for which it fails counts more than one that is not known.
fn guarded(rows: &Rows) -> Guarded {
    let truths: &[bool] = if let Data::Truths(truths) = &rows.data { truths } else { &[] };
    let fails = |(row, truth): &(u32, &bool)| !**truth && rows.fault(*row).is_none();
    let failing: Vec<u32> = (0_u32..).zip(truths).filter(fails).map(|(row, _)| row).collect();
    match (failing.is_empty(), rows.faults.first()) {
        (false, _) => Guarded::Fails(failing),
        (true, Some((_, fault))) => Guarded::Unknown(*fault),
        (true, None) => Guarded::Holds,
    }
}

/// The problems to tell: wrong entries always, what is missing only where a figure or a condition needs it.
///
/// `unknown` are the faults of conditions, and what figures lack beside the fault that stands for them.
fn told(outcome: &Outcome, unknown: Vec<Fault>, of_facts: usize) -> Vec<Fault> {
    let mut told = vec![false; outcome.problems.len()];
    for (told, problem) in told.iter_mut().zip(&outcome.problems).take(of_facts) {
        *told = !problem.asks_for_entry();
    }
    let mut tell = |fault: Fault| {
        if let Some(told) = usize::try_from(fault).ok().and_then(|fault| told.get_mut(fault)) {
            *told = true;
        }
    };
    for step in &outcome.steps {
        match &step.value {
            Value::One(Err(fault)) => tell(*fault),
            Value::One(Ok(_)) => {}
            Value::Many(rows) => rows.faults.iter().for_each(|(_, fault)| tell(*fault)),
        }
    }
    unknown.into_iter().for_each(tell);
    (0_u32..).zip(told).filter(|(_, told)| *told).map(|(fault, _)| fault).collect()
}
