//! What a step depends on, directly or through other steps, and which steps lie on the way.

use super::cell::Cell;
use crate::scheme::Scheme;
use crate::scheme::term::{Axis, Grading, Source, Term, TermKind};

/// What a step depends on.
pub(super) struct Reach {
    sources: Vec<Source>,
    /// Tables whose bounds are asked.
    graded: Vec<usize>,
}

impl Reach {
    pub(super) fn of(scheme: &Scheme, step: usize) -> Self {
        Self::of_term(scheme, scheme.steps.get(step).map(|plan| &plan.term))
    }

    /// What a part of a formula depends on.
    pub(super) fn of_term(scheme: &Scheme, term: Option<&Term>) -> Self {
        let mut reach = Self { sources: Vec::new(), graded: Vec::new() };
        let mut open: Vec<&Term> = term.into_iter().collect();
        while let Some(term) = open.pop() {
            term.walk(&mut |term| {
                let Some(source) = reach.read(term) else { return };
                if reach.sources.contains(&source) {
                    return;
                }
                reach.sources.push(source);
                if let Source::Step(step) = source {
                    open.extend(scheme.steps.get(step).map(|plan| &plan.term));
                }
            });
        }
        // Tiers and bands whose rate is taken without being named.
        for table in &reach.graded {
            if let Some(columns) = scheme.document.tables.get(*table).map(|table| table.columns.len()) {
                reach.sources.extend((0..columns).map(|column| Source::Column(Axis::Table(*table), column)));
            }
        }
        reach
    }

    fn read(&mut self, term: &Term) -> Option<Source> {
        match &term.kind {
            TermKind::Whole(source)
            | TermKind::Own(source)
            | TermKind::Picked(source)
            | TermKind::Fixed(source, _) => Some(*source),
            TermKind::Graded(grading, _, table) => {
                self.graded.push(*table);
                let own = matches!(grading, Grading::Marginal | Grading::Whole);
                own.then_some(Source::Column(Axis::Table(*table), 0))
            }
            _ => None,
        }
    }

    /// Whether the way to the step leads through this.
    pub(super) fn passes(&self, source: Source) -> bool {
        self.sources.contains(&source)
    }

    /// Whether a cell is read on the way to the step.
    pub(super) fn reads(&self, cell: Cell) -> bool {
        match cell {
            Cell::Value { source, .. } => self.sources.contains(&source),
            Cell::Bound { table, .. } => self.graded.contains(&table),
        }
    }
}

/// What every step of a scheme depends on.
pub(super) struct Reaches(Vec<Reach>);

impl Reaches {
    pub(super) fn of(scheme: &Scheme) -> Self {
        Self((0..scheme.steps.len()).map(|step| Reach::of(scheme, step)).collect())
    }

    /// For each step whether a change of the cells reaches it, and it reaches the step that is asked for.
    pub(super) fn between(&self, cells: &[Cell], step: usize) -> Vec<bool> {
        self.on_the_way(step, |reach| cells.iter().any(|cell| reach.reads(*cell)))
    }

    /// The same for a change of a source.
    pub(super) fn after_source(&self, source: Source, step: usize) -> Vec<bool> {
        self.on_the_way(step, |reach| reach.sources.contains(&source))
    }

    /// For each step whether it leads to the step that is asked for, which it does itself.
    pub(super) fn leading_to(&self, step: usize) -> Vec<bool> {
        self.on_the_way(step, |_| true)
    }

    fn on_the_way(&self, step: usize, changes: impl Fn(&Reach) -> bool) -> Vec<bool> {
        let asked = self.0.get(step);
        let leads =
            |at: usize| at == step || asked.is_some_and(|asked| asked.sources.contains(&Source::Step(at)));
        self.0.iter().enumerate().map(|(at, reach)| leads(at) && changes(reach)).collect()
    }
}
