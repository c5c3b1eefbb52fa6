//! The order of the steps: each after those it needs; circles are problems.

use crate::problem::{Code, Place, Problem};
use crate::scheme::Plan;
use crate::scheme::document::Document;
use crate::scheme::term::{Source, TermKind};

/// Positions of the steps in an order in which each comes after those it needs; none when there is a circle.
///
/// Steps without need of each other keep the order of the file.
pub(super) fn order(
    document: &Document,
    steps: &[Option<Plan>],
    problems: &mut Vec<Problem>,
) -> Option<Vec<usize>> {
    let needs: Vec<Vec<usize>> =
        steps.iter().map(|plan| plan.as_ref().map(needs).unwrap_or_default()).collect();
    let mut walk = Walk {
        needs: &needs,
        states: vec![State::New; steps.len()],
        path: Vec::new(),
        order: Vec::new(),
        circles: Vec::new(),
    };
    for step in 0..steps.len() {
        walk.visit(step);
    }
    let Walk { order, circles, .. } = walk;
    let sound = circles.is_empty();
    for circle in circles {
        let ids = circle
            .iter()
            .filter_map(|&step| document.steps.get(step))
            .map(|step| step.id.text.clone())
            .collect();
        if let Some(first) = circle.first().and_then(|&step| document.steps.get(step)) {
            problems.push(Problem { code: Code::Cycle { steps: ids }, place: Place::Source(first.id.span) });
        }
    }
    sound.then_some(order)
}

/// The steps that a plan needs, each once.
fn needs(plan: &Plan) -> Vec<usize> {
    let mut steps = Vec::new();
    plan.term.walk(&mut |term| {
        let source = match &term.kind {
            TermKind::Whole(source)
            | TermKind::Own(source)
            | TermKind::Picked(source)
            | TermKind::Fixed(source, _) => source,
            _ => return,
        };
        if let Source::Step(step) = source
            && !steps.contains(step)
        {
            steps.push(*step);
        }
    });
    steps
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

struct Walk<'w> {
    needs: &'w [Vec<usize>],
    states: Vec<State>,
    path: Vec<usize>,
    order: Vec<usize>,
    circles: Vec<Vec<usize>>,
}

impl Walk<'_> {
    /// Goes to a step and what it needs, without recursion: a scheme may have a long chain of steps.
    fn visit(&mut self, start: usize) {
        let mut open: Vec<(usize, usize)> = vec![(start, 0)];
        if self.states.get(start) != Some(&State::New) {
            return;
        }
        self.enter(start);
        while let Some((step, next)) = open.pop() {
            let need = self.needs.get(step).and_then(|needs| needs.get(next)).copied();
            let Some(need) = need else {
                self.leave(step);
                continue;
            };
            open.push((step, next.saturating_add(1)));
            match self.states.get(need) {
                Some(State::New) => {
                    self.enter(need);
                    open.push((need, 0));
                }
                Some(State::Open) => {
                    let from = self.path.iter().position(|&on_path| on_path == need).unwrap_or(0);
                    self.circles.push(self.path.get(from..).unwrap_or_default().to_vec());
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self, step: usize) {
        if let Some(state) = self.states.get_mut(step) {
            *state = State::Open;
        }
        self.path.push(step);
    }

    fn leave(&mut self, step: usize) {
        if let Some(state) = self.states.get_mut(step) {
            *state = State::Done;
        }
        self.path.pop();
        self.order.push(step);
    }
}
