//! Counting: what cargo and Node print is read right, and nothing that ran no test counts as passed.

use super::{Parts, counted};

#[test]
fn summaries_of_cargo_and_node_are_added_up() {
    let cargo =
        "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
    let broken = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
    let node = "ℹ tests 7\nℹ pass 6\nℹ fail 1\n# pass 20\n# fail 0";
    assert_eq!(counted(&[cargo, broken, node].join("\n")), (12 + 3 + 6 + 20, 2 + 1));
}

#[test]
fn other_lines_count_nothing() {
    assert_eq!(counted("pass 3\nℹ pass 3 of 4\nnote: 5 passed; 1 failed"), (0, 0));
}

#[test]
fn a_part_that_ran_no_test_fails() {
    let mut parts = Parts::none();
    parts.tests("nothing", || Ok("test result: ok. 0 passed; 0 failed; 0 ignored".to_owned()));
    assert!(parts.summed_up().is_err());
}

#[test]
fn a_part_that_broke_off_fails() {
    let mut parts = Parts::none();
    parts.tests("broken", || Err("ℹ pass 3\nℹ fail 0".to_owned()));
    assert!(parts.summed_up().is_err());
}

#[test]
fn parts_that_passed_pass() {
    let mut parts = Parts::none();
    parts.check("check", || Ok(String::new()));
    parts.tests("tests", || Ok("ℹ pass 3\nℹ fail 0".to_owned()));
    assert!(parts.summed_up().is_ok());
}
