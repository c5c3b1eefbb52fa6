//! Files that mean harm: read without a panic, in a moment, and refused.

use crate::formula::parse::{DEEPEST, LONGEST, parse};
use crate::language::Language;
use crate::problem::Problem;
use crate::scheme::Scheme;
use crate::scheme::read::{LARGEST, read};

const HEAD: &str = "id = \"hostile\"\ntitle = \"惡意\"\n";

/// The ids of what is wrong with a file, each once, in alphabetical order; every text of it is made.
#[track_caller]
fn refused(file: &[u8]) -> Vec<&'static str> {
    let problems = Scheme::read(file).expect_err("the file was taken");
    for problem in &problems {
        for language in Language::ALL {
            assert!(problem.message(&language).len() < 4_000);
            let _ = problem.hint(&language);
        }
    }
    let mut ids: Vec<&str> = problems.iter().map(|problem| problem.code.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn in_formula(formula: &str) -> Vec<Problem> {
    parse(formula, &|byte| byte).expect_err("the formula was taken")
}

#[test]
fn ten_megabytes_of_brackets_are_not_even_looked_at() {
    assert_eq!(refused("[".repeat(10_000_000).as_bytes()), ["file-too-large"]);
}

#[test]
fn brackets_up_to_the_limit_are_too_deep() {
    for (open, close) in [("[", "]"), ("{a=", "}"), ("[{a=", "}]")] {
        let deep = LARGEST / (open.len() + close.len()) - 20;
        let closed = format!("{HEAD}a = {}{}\n", open.repeat(deep), close.repeat(deep));
        assert!(refused(closed.as_bytes()).contains(&"nested-too-deep"), "{open}");
        let unclosed = format!("{HEAD}a = {}\n", open.repeat(deep));
        assert!(
            refused(unclosed.as_bytes()).iter().any(|id| ["nested-too-deep", "toml-syntax"].contains(id))
        );
    }
}

#[test]
fn dots_without_end_are_too_deep() {
    let dots = "a.".repeat(LARGEST / 2 - 100);
    for file in [format!("{HEAD}{dots}a = 1\n"), format!("{HEAD}[{dots}a]\n"), format!("{HEAD}[[{dots}a]]\n")]
    {
        assert!(refused(file.as_bytes()).contains(&"nested-too-deep"));
    }
}

#[test]
fn sections_as_deep_as_toml_allows_are_walked() {
    let path = vec!["a"; 79].join(".");
    let value = format!("{}1{}", format!("{{{path} = ").repeat(70), "}".repeat(70));
    assert_eq!(refused(format!("{HEAD}[text.en]\n{path} = {value}\n").as_bytes()), ["unknown-text"]);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    assert_eq!(refused(&[0xff, 0xfe, 0, 0]), ["not-utf8"]);
    assert_eq!(refused(&vec![0x80; LARGEST]), ["not-utf8"]);
    assert_eq!(refused(&"é".repeat(20).into_bytes()[..39]), ["not-utf8"]);
}

#[test]
fn nul_and_its_kin_are_refused() {
    assert!(refused(format!("{HEAD}\0\0\0 = 1\n").as_bytes()).contains(&"toml-syntax"));
    assert!(refused(format!("{HEAD}about = \"\0\"\n").as_bytes()).contains(&"toml-syntax"));
    assert!(refused("\0".repeat(LARGEST).as_bytes()).contains(&"toml-syntax"));
    assert!(refused(format!("{HEAD}about = \"a\r\"\r\r\n").as_bytes()).contains(&"toml-syntax"));
}

#[test]
fn a_hundred_thousand_keys_are_told_up_to_a_limit() {
    let keys: String = (0..100_000).map(|key| format!("k{key}=1\n")).collect();
    assert_eq!(refused(format!("{HEAD}{keys}").as_bytes()), ["more-problems", "unknown-key"]);
    let inputs: String = (0..20_000).map(|key| format!("[input.k{key}]\n")).collect();
    assert_eq!(refused(format!("{HEAD}{inputs}").as_bytes()), ["missing-key", "more-problems"]);
    let twice = "[input.k]\n".repeat(50_000);
    assert_eq!(refused(format!("{HEAD}{twice}").as_bytes()), ["duplicate-key", "more-problems"]);
    let texts: String = (0..30_000).map(|key| format!("\"step.k{key}.title\"=\"\"\n")).collect();
    assert_eq!(refused(format!("{HEAD}[text.en]\n{texts}").as_bytes()), ["more-problems", "unknown-text"]);
    let steps: String = (0..9_000)
        .map(|step| format!("[step.s{step}]\ntitle = \"步\"\nformula = \"nobody{step}\"\n"))
        .collect();
    assert_eq!(refused(format!("{HEAD}{steps}").as_bytes()), ["more-problems", "unknown-name"]);
    let broken = "k\n".repeat(400_000);
    assert_eq!(refused(format!("{HEAD}{broken}").as_bytes()), ["more-problems", "toml-syntax"]);
}

#[test]
fn a_scheme_at_the_limit_of_size_is_read() {
    let inputs: String = (0..15_000).map(|key| format!("[input.k{key}]\ntitle = \"數\"\n")).collect();
    let (document, problems) = read(&format!("{HEAD}{inputs}"));
    assert_eq!((document.inputs.len(), problems.len()), (15_000, 0));
}

#[test]
fn units_that_are_made_of_one_another_are_refused() {
    let unit = |id: usize, of: usize| format!("[unit.u{id}]\ntitle = \"u\"\nof = \"u{of}*u{of}\"\n");
    let circle: String = (0..10_000).map(|id| unit(id, (id + 1) % 10_000)).collect();
    assert!(refused(format!("{HEAD}{circle}").as_bytes()).contains(&"unknown-unit"));
    let own = unit(0, 0);
    assert_eq!(refused(format!("{HEAD}{own}").as_bytes()), ["unknown-unit"]);
}

#[test]
fn numbers_of_any_size_are_refused() {
    let digits = "9".repeat(100_000);
    let input = |value: &str| format!("{HEAD}[input.a]\ntitle = \"數\"\nvalue = {value}\n");
    assert_eq!(refused(input(&digits).as_bytes()), ["unquoted-number"]);
    assert_eq!(refused(input(&format!("{digits}.{digits}")).as_bytes()), ["unquoted-number"]);
    assert_eq!(refused(input(&format!("\"{digits}\"")).as_bytes()), ["not-a-number"]);
    assert_eq!(refused(input(&format!("\"1/{digits}\"")).as_bytes()), ["not-a-number"]);
    let places = format!("{HEAD}[input.a]\ntitle = \"數\"\nplaces = {digits}\n");
    assert_eq!(refused(places.as_bytes()), ["out-of-range"]);
    assert_eq!(in_formula(&"9".repeat(LONGEST))[0].code.id(), "not-a-number");
}

#[test]
fn formulas_within_formulas_are_too_deep() {
    let deep = LONGEST / 2 - 1;
    let nested = |open: &str, close: &str| {
        let times = deep / open.len().max(1);
        format!("{}1{}", open.repeat(times), close.repeat(times))
    };
    for formula in [
        nested("(", ")"),
        nested("(", ""),
        nested("abs(", ")"),
        nested("-", ""),
        nested("not ", ""),
        nested("1+", ""),
        nested("1*(", ")"),
        nested("if(a in (\"x\"), ", ""),
        format!("f(1){}", ".a".repeat(deep - 4)),
    ] {
        let ids: Vec<&str> = in_formula(&formula).iter().map(|problem| problem.code.id()).collect();
        assert_eq!(ids, ["formula-too-deep"], "{}", &formula.get(..20).unwrap());
    }
    assert!(parse(&format!("{}1{}", "(".repeat(DEEPEST), ")".repeat(DEEPEST)), &|byte| byte).is_ok());
    assert!(parse(&vec!["1"; DEEPEST].join("+"), &|byte| byte).is_ok());
}

#[test]
fn a_formula_of_any_characters_is_refused_or_taken() {
    let pieces = [
        "(", ")", ",", ".", "a", "1", "\"", "[", "]", "by", "=", "-", "in", "%", " ", "\n", "\0", "𠀀", "é",
        "not", "1.", "\\",
    ];
    // Every sequence of three pieces, and each doubled.
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let formula = format!("{first}{second}{third}");
                for formula in [format!("f({formula}{formula})"), formula] {
                    if let Err(problems) = parse(&formula, &|byte| byte) {
                        assert!(!problems.is_empty(), "{formula:?}");
                        for problem in problems {
                            let span = problem.span().unwrap();
                            assert!(formula.get(span.start..span.end).is_some(), "{formula:?}: {span:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_scheme_cut_off_anywhere_is_read_without_a_panic() {
    let text = include_str!("../../schemes/broken/misprints-together.toml");
    for end in 0..text.len() {
        let _ = Scheme::read(&text.as_bytes()[..end]);
    }
}
