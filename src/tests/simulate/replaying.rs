//! Months tried again: what they change adds up to the whole, and everybody is counted once.

use super::{TRIED, Variant};
use crate::exact::Exact;
use crate::simulate::{Replay, names};
use crate::unit::Unit;
use crate::wire::{ReplayedNames, ReplayedWhole, replayed_lines, replayed_month};

/// A replay of months with one proposal.
fn replayed(months: &[(Variant, Variant)], step: &str) -> Replay {
    let mut replay = Replay::of(1);
    for (today, proposal) in months {
        let compared = today.compared(proposal, step);
        replay.add_month(compared.axes[0].map(|axis| names(today.opened.facts(), axis)));
        replay.add(0, &compared);
    }
    replay
}

fn sum(numbers: impl IntoIterator<Item = Exact>) -> Exact {
    numbers.into_iter().fold(Exact::ZERO, |sum, number| sum.plus(&number).unwrap())
}

#[test]
fn differences_of_months_add_up_to_those_of_people_and_to_the_whole() {
    for (scheme, step, cells) in TRIED {
        let example = || Variant::example(scheme);
        let last = cells.last().unwrap().0;
        let months = [
            (example(), example().with(cells)),
            (example(), example().with(&[(last, "2")])),
            (example(), example()),
        ];
        let replay = replayed(&months, step);
        let whole = replay.whole(0);
        let of_months: Vec<Exact> =
            (0..3).map(|month| sum(replay.month(month, 0).unwrap().1[2].values())).collect();
        assert_eq!(of_months[2], Exact::ZERO, "{scheme}: a proposal equal to today's changes nothing");
        assert_ne!(sum(whole.difference.values().map(|one| one.absolute())), Exact::ZERO, "{scheme}");
        let rest = whole.rest.clone().unwrap();
        let people = sum(whole.difference.values());
        assert_eq!(people.plus(&rest[2]).unwrap(), sum(of_months), "{scheme}");
        for at in 0..replay.people().len() {
            let [before, after, difference] =
                [&whole.before, &whole.after, &whole.difference].map(|column| column.at(at).unwrap());
            assert_eq!(after.minus(&before).unwrap(), difference);
        }
        let named: u32 = replay.months().iter().map(|month| month.rows()).sum();
        let counted: u32 = whole.months.iter().sum::<u32>() + whole.missing.iter().sum::<u32>();
        let nobody: usize = replay
            .months()
            .iter()
            .map(|month| {
                month.nameless.len() + month.repeated.iter().map(|one| one.rows.len()).sum::<usize>()
            })
            .sum();
        assert_eq!(counted as usize + nobody, named as usize, "{scheme}: everybody once");
    }
}

/// A ward with these nurses and their night shifts.
fn ward(nurses: &[(&str, &str)]) -> Variant {
    let rows = nurses.iter().map(|(name, nights)| {
        format!(r#"{{"name": "{name}", "shifts": {{"night": "{nights}", "day": "3"}}}}"#)
    });
    let rows: Vec<String> = rows.collect();
    let facts = format!(r#"{{"inputs": {{"pool": "9000"}}, "rosters": {{"nurse": [{}]}}}}"#, rows.join(","));
    Variant::of(super::super::cases::scheme(std::path::Path::new("schemes/ward-nurses")), &facts)
}

#[test]
fn who_is_not_in_every_month_is_counted_where_they_are_and_a_name_twice_belongs_to_nobody() {
    let cells: [(&str, &str); 1] = [("tables.shift.night.value", "4")];
    let months: Vec<(Variant, Variant)> = [
        ward(&[("甲", "5"), ("乙", "1"), ("丙", "x")]),
        ward(&[("丁", "2"), ("甲", "1"), ("", "4")]),
        ward(&[("乙", "3"), ("甲", "2"), ("乙", "7"), ("丁", "0")]),
    ]
    .into_iter()
    .map(|today| {
        let proposal = today.with(&cells);
        (today, proposal)
    })
    .collect();
    let replay = replayed(&months, "pay");
    assert_eq!(replay.people(), ["甲", "乙", "丙", "丁"]);
    let whole = replay.whole(0);
    let unit = Unit::plain();
    let lines = |column: &str| replayed_lines(&replay, &whole, &unit, column).unwrap();
    // With a wrong number in the first month, the ward's shares of that month are open for all.
    assert_eq!(whole.months, [2, 0, 0, 2]);
    assert_eq!(whole.missing, [1, 1, 1, 0]);
    assert_eq!(lines("name"), "甲\n乙\n丙\n丁\n");
    assert_eq!(lines("missing"), "1\n1\n1\n0\n");
    let third = ReplayedNames::of(&replay, 2).unwrap();
    assert_eq!(
        (third.rows, third.repeated[0].name.as_str(), &third.repeated[0].rows[..]),
        (4, "乙", &[0, 2][..])
    );
    assert_eq!(ReplayedNames::of(&replay, 1).unwrap().nameless, [2]);
    assert_eq!(ReplayedNames::of(&replay, 3), None);
    // What belongs to nobody is told apart, so that nothing is missing from the whole.
    let rest = whole.rest.clone().unwrap();
    let all = sum((0..3).map(|month| sum(replay.month(month, 0).unwrap().1[0].values())));
    assert_eq!(sum(whole.before.values()).plus(&rest[0]).unwrap(), all);
    assert_eq!(all.to_string(), "18000", "two months of 9,000 yuan");
    assert_ne!(rest[0], Exact::ZERO);
    let told = ReplayedWhole::of(&replay, &whole, &unit);
    assert_eq!((told.people, told.always, told.missing), (4, 1, 3));
    assert_eq!(told.before.unwrap().value, "18000");
    assert_eq!(told.difference.unwrap().value, "0");
    let month = replayed_month(&replay, [1, 0], &unit, "before").unwrap();
    let month: Vec<&str> = month.lines().collect();
    assert!(!month[0].is_empty() && month[1].is_empty() && month[2].is_empty() && !month[3].is_empty());
    for column in ["rank", "name"] {
        assert_eq!(replayed_month(&replay, [1, 0], &unit, column), None);
    }
    assert_eq!(replayed_month(&replay, [9, 0], &unit, "after"), None);
    assert_eq!(replayed_lines(&replay, &whole, &unit, "rank"), None);
}

#[test]
fn a_step_of_the_whole_scheme_and_a_replay_without_months_have_nobody() {
    let today = Variant::example("ward-nurses");
    let proposal = today.with(&[("tables.shift.night.value", "3")]);
    let replay = replayed(&[(today, proposal)], "value_per_point");
    assert_eq!(replay.people().len(), 0);
    assert_eq!(replay.month(0, 0).unwrap().1[2].len(), 1);
    let whole = replay.whole(0);
    assert_ne!(whole.rest.unwrap()[2], Exact::ZERO);
    let empty = Replay::of(2);
    assert_eq!(empty.whole(1).rest, Some([Exact::ZERO, Exact::ZERO, Exact::ZERO]));
    assert!(empty.month(0, 1).is_none());
}
