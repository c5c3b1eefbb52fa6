//! Formulas are read as people write them: what binds to what, how signs may be written, where each part stands.

use crate::formula::parse::parse;
use crate::formula::syntax::{Expr, ExprKind};

/// The tree with a bracket around every operation.
fn bracketed(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Number { value, unit: None } => value.to_string(),
        ExprKind::Number { value, unit: Some(unit) } => format!("{value}[{}]", unit.text),
        ExprKind::Text(text) => format!("{text:?}"),
        ExprKind::Truth(truth) => truth.to_string(),
        ExprKind::Path(names) => names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("."),
        ExprKind::Column { of, name } => format!("{}.{}", bracketed(of), name.text),
        ExprKind::Call { function, arguments, named } => {
            let named = named.iter().map(|(name, value)| format!("{}={}", name.text, bracketed(value)));
            let all: Vec<String> = arguments.iter().map(bracketed).chain(named).collect();
            format!("{}({})", function.text, all.join(", "))
        }
        ExprKind::Unary { operator, of } => format!("({operator:?} {})", bracketed(of)),
        ExprKind::Binary { operator, left, right } => {
            format!("({} {operator:?} {})", bracketed(left), bracketed(right))
        }
        ExprKind::In { of, ids } => {
            let ids: Vec<&str> = ids.iter().map(|id| id.text.as_str()).collect();
            format!("({} In {})", bracketed(of), ids.join("|"))
        }
    }
}

#[track_caller]
fn reads_as(formula: &str, expected: &str) {
    let tree = parse(formula, &|byte| byte).unwrap_or_else(|problems| panic!("{formula}: {problems:?}"));
    assert_eq!(bracketed(&tree), expected, "{formula}");
}

#[test]
fn products_bind_before_sums_and_sums_before_comparisons() {
    reads_as("a + b * c - d / e", "((a Plus (b Times c)) Minus (d Divide e))");
    reads_as("a + b < c * d", "((a Plus b) Less (c Times d))");
    reads_as("a < b and c >= d or not e = f", "(((a Less b) And (c GreaterOrEqual d)) Or (Not (e Equal f)))");
    reads_as("a or b and c", "(a Or (b And c))");
    reads_as("(a or b) and c", "((a Or b) And c)");
}

#[test]
fn operators_of_one_strength_go_from_left_to_right() {
    reads_as("a - b - c", "((a Minus b) Minus c)");
    reads_as("a / b * c / d", "(((a Divide b) Times c) Divide d)");
}

#[test]
fn a_sign_belongs_to_what_stands_behind_it() {
    reads_as("-a * b", "((Minus a) Times b)");
    reads_as("a - -b", "(a Minus (Minus b))");
    reads_as("- - 2", "(Minus (Minus 2))");
    reads_as("not not a", "(Not (Not a))");
    reads_as("not a and b", "((Not a) And b)");
}

#[test]
fn numbers_carry_their_units() {
    reads_as("30% * 100 [yuan]", "(30[percent] Times 100[yuan])");
    reads_as("5 [ yuan/point ] × 2.50", "(5[yuan/point] Times 2.5)");
    reads_as("-2 [yuan]", "(Minus 2[yuan])");
    reads_as("85％", "85[percent]");
}

#[test]
fn signs_of_a_chinese_keyboard_mean_the_same() {
    reads_as("max（a，b）＋c－d−e×f÷g", "(((max(a, b) Plus c) Minus d) Minus ((e Times f) Divide g))");
    reads_as("a≠b", "(a NotEqual b)");
    reads_as("a≤b and a≥c", "((a LessOrEqual b) And (a GreaterOrEqual c))");
    reads_as("a＝b or a＜b or a＞b", "(((a Equal b) Or (a Less b)) Or (a Greater b))");
    reads_as("得分 * 每分價值", "(得分 Times 每分價值)");
}

#[test]
fn paths_calls_and_columns_follow_one_another() {
    reads_as("title.senior.coefficient", "title.senior.coefficient");
    reads_as("band(score, grade).bonus * 2", "(band(score, grade).bonus Times 2)");
    reads_as("share(pool, by = points, residual = \"keep\")", "share(pool, by=points, residual=\"keep\")");
    reads_as(
        "sum(operation.hours, where = operation.kind in (\"a\", \"b\"))",
        "sum(operation.hours, where=(operation.kind In a|b))",
    );
    reads_as("f()", "f()");
    reads_as("if(by = 2, true, false)", "if(true, false, by=2)");
}

#[test]
fn lines_and_spaces_do_not_matter() {
    reads_as("\n a\n  +b\t*\n\tc  ", "(a Plus (b Times c))");
    reads_as("a+b", "(a Plus b)");
}

#[test]
fn every_part_knows_its_place() {
    let formula = "max(甲, -乙) + (c) * band(x, t).y";
    let tree = parse(formula, &|byte| byte).unwrap();
    let written = |expr: &Expr| formula.get(expr.span.start..expr.span.end).unwrap().to_owned();
    assert_eq!(written(&tree), formula);
    let ExprKind::Binary { left, right, .. } = &tree.kind else { panic!("{tree:?}") };
    assert_eq!((written(left).as_str(), written(right).as_str()), ("max(甲, -乙)", "(c) * band(x, t).y"));
    let ExprKind::Call { arguments, function, .. } = &left.kind else { panic!("{left:?}") };
    assert_eq!(formula.get(function.span.start..function.span.end), Some("max"));
    assert_eq!(written(&arguments[1]), "-乙");
    let ExprKind::Binary { left, right, .. } = &right.kind else { panic!("{right:?}") };
    assert_eq!((written(left).as_str(), written(right).as_str()), ("(c)", "band(x, t).y"));
}
