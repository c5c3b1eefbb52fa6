//! What a run says beside its values: every notice and every problem once, in the order in which they arose.

use std::collections::{BTreeMap, HashSet};

use crate::evaluate::outcome::Notice;
use crate::problem::{Place, Problem};

/// Notices, each once.
#[derive(Default)]
pub(super) struct Notices {
    list: Vec<Notice>,
    known: HashSet<Notice>,
}

impl Notices {
    /// Says something, unless it was said before.
    pub(super) fn say(&mut self, notice: Notice) {
        if self.known.insert(notice.clone()) {
            self.list.push(notice);
        }
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Notice> {
        self.list
    }
}

/// Problems, each once.
#[derive(Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    /// The positions of those with one path: few, where there are many problems in all.
    known: BTreeMap<String, Vec<usize>>,
}

impl Problems {
    /// Those that were found before.
    pub(super) fn of(problems: &[Problem]) -> Self {
        let mut found = Self::default();
        for problem in problems {
            found.add(problem.clone());
        }
        found
    }

    /// The position of a problem, which is added unless it is known.
    pub(super) fn position(&mut self, problem: Problem) -> usize {
        let Place::Path(path) = &problem.place else { return self.add(problem) };
        let mut known = self.known.get(path).into_iter().flatten();
        match known.find(|at| self.list.get(**at) == Some(&problem)) {
            Some(at) => *at,
            None => self.add(problem),
        }
    }

    fn add(&mut self, problem: Problem) -> usize {
        let position = self.list.len();
        if let Place::Path(path) = &problem.place {
            self.known.entry(path.clone()).or_default().push(position);
        }
        self.list.push(problem);
        position
    }

    /// The problem at a position.
    pub(super) fn at(&self, position: usize) -> Option<&Problem> {
        self.list.get(position)
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Problem> {
        self.list
    }
}
