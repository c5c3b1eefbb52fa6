//! Days of the week, counted one by one.

use crate::date::Date;

#[test]
fn workdays_are_the_days_that_are_no_saturday_and_no_sunday() {
    // 2000-01-01 was a Saturday.
    let days: Vec<Date> = (0..400).map(|at| day(2000, at)).collect();
    for (at, to) in days.iter().enumerate() {
        assert_eq!(usize::try_from(to.weekday()).unwrap(), (at + 5) % 7 + 1, "{to}");
        for from in [0, 1, 2, 9, 59] {
            let [early, late] = [from.min(at), from.max(at)];
            let counted = days[early..=late].iter().skip(1).filter(|day| day.weekday() <= 5).count();
            let counted = i64::try_from(counted).unwrap();
            assert_eq!(days[early].workdays_until(days[late]), counted, "{} to {}", days[early], days[late]);
            assert_eq!(days[late].workdays_until(days[early]), -counted);
        }
    }
}

/// The day of a year with this position from 0; beyond its end that of the next year.
fn day(year: u16, at: usize) -> Date {
    let months = (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day)));
    let in_year = |year: u16| {
        months.clone().filter_map(move |(month, day)| Date::parse(&format!("{year:04}-{month:02}-{day:02}")))
    };
    in_year(year).chain(in_year(year.saturating_add(1))).nth(at).unwrap()
}
