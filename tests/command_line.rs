//! The command line says what is wrong, where, and fails when something is.

#[cfg(test)]
mod tests {
    use std::process::{Command, Output};

    fn jixiao(arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jixiao"));
        command.args(arguments).output().unwrap()
    }

    fn printed(output: &Output) -> String {
        String::from_utf8(output.stdout.clone()).unwrap()
    }

    #[test]
    fn a_sound_scheme_passes_in_silence() {
        let output = jixiao(&["check", "schemes/ward-nurses/scheme.toml"]);
        assert!(output.status.success());
        assert_eq!(printed(&output), "");
    }

    #[test]
    fn problems_are_shown_in_their_lines() {
        let output = jixiao(&[
            "check",
            "--lang",
            "en",
            "schemes/broken/wrong-unit.toml",
            "schemes/broken/min-above-max.toml",
        ]);
        assert_eq!(output.status.code(), Some(1));
        let expected = r#"problem[wrong-unit]: the formula yields yuan/hour, but the declared unit is yuan
  --> schemes/broken/wrong-unit.toml:16:12
   |
13 | [step.pay]
   |       --- the other place
...
16 | formula = "pool / sum(nurse.hours)"
   |            ^^^^^^^^^^^^^^^^^^^^^^^
   |
   = advice: correct the formula or the unit

problem[min-above-max]: the least value 10 is above the greatest value 5
 --> schemes/broken/min-above-max.toml:7:1
  |
7 | min   = "10"
  | ^^^

"#;
        assert_eq!(printed(&output), expected);
    }

    #[test]
    fn every_broken_scheme_is_shown_in_every_language() {
        let files = std::fs::read_dir("schemes/broken").unwrap().map(|entry| entry.unwrap().path());
        let files: Vec<String> = files.map(|file| file.to_str().unwrap().to_owned()).collect();
        for language in ["zh-Hant", "zh-Hans", "en"] {
            let broken = files.iter().map(String::as_str).filter(|file| file.ends_with(".toml"));
            let output = jixiao(&["check", "--lang", language].into_iter().chain(broken).collect::<Vec<_>>());
            assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
        }
    }

    #[test]
    fn a_file_that_is_not_there_fails() {
        let output = jixiao(&["check", "schemes/nowhere.toml"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("schemes/nowhere.toml: "));
    }

    #[test]
    fn schemes_are_listed_in_the_reader_s_language() {
        let output = jixiao(&["schemes", "--lang", "en"]);
        assert!(output.status.success());
        assert!(printed(&output).contains("ward-nurses\tnursing\tWard nurses' performance pay\n"));
    }

    #[test]
    fn a_shipped_scheme_is_evaluated_from_any_folder() {
        let case = std::fs::canonicalize("schemes/ward-nurses/cases/source.toml").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_jixiao"));
        command.current_dir(std::env::temp_dir()).args(["evaluate", "ward-nurses"]).arg(case);
        let output = command.args(["--table", "--lang", "en"]).output().unwrap();
        assert!(output.status.success());
        let lines = [
            "Points of all nurses (point)   335.4",
            "Value per point (yuan/point)   37.11",
            "Pool less what is paid (yuan)  −0.70",
            "Name    Points (point)  Performance pay (yuan)",
            "護士甲              24                  890.64",
            "護士乙            28.7                1,065.06",
            "Total            335.4               12,446.70",
        ];
        let printed = printed(&output);
        let found: Vec<&str> = printed.lines().filter(|line| lines.contains(line)).collect();
        assert_eq!(found, lines, "{printed}");
    }

    #[test]
    fn an_outcome_is_json() {
        let output = jixiao(&["evaluate", "ward-nurses", "schemes/ward-nurses/cases/source.toml"]);
        assert!(output.status.success());
        let outcome: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(outcome["scheme"], "ward-nurses");
        assert_eq!(outcome["figures"][1]["figure"]["value"], "37.11");
        assert_eq!(outcome["steps"][0]["rows"][1], "護士乙");
        assert_eq!(outcome["steps"][0]["figures"][1]["value"], "28.7");
    }

    #[test]
    fn wrong_facts_are_told_and_the_rest_is_computed() {
        let facts = std::env::temp_dir().join(format!("jixiao-{}.json", std::process::id()));
        let text = r#"{"inputs": {"pool": "1O0"}, "rosters": {"nurse": [{"name": "甲", "shifts": {"night": "4"}}]}}"#;
        std::fs::write(&facts, text).unwrap();
        let output = jixiao(&["evaluate", "ward-nurses", facts.to_str().unwrap(), "--lang", "en"]);
        std::fs::remove_file(&facts).unwrap();
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            told,
            "inputs.pool: [not-a-number] `1O0` is not a number: it has a character that is not a digit\n"
        );
        let outcome: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(outcome["figures"][0]["figure"]["value"], "10");
        assert_eq!(outcome["figures"][1]["figure"]["fault"], "not-a-number");
    }

    #[test]
    fn figures_are_taken_over_from_another_scheme() {
        let after = |after: &[&str]| {
            let case = "schemes/head-nurses-month/cases/from-director.toml";
            let start = ["evaluate", "head-nurses-month", case, "--table", "--lang", "en", "--after"];
            jixiao(&start.iter().chain(after).copied().collect::<Vec<_>>())
        };
        let told = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();
        let output = after(&["director-salary", "schemes/director-salary/cases/mean-never-ends.toml"]);
        assert!(output.status.success(), "{}", told(&output));
        let title = "Annual salary and risk deposit of clinical directors";
        let taken = format!("inputs.annual: 100000.33 ← {title} · Directors' average annual salary\n");
        assert_eq!(told(&output), taken);
        assert!(printed(&output).contains("40,000.132"), "{}", printed(&output));
        let output = after(&["director-salary", "schemes/director-salary/cases/nobody.toml"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            told(&output).starts_with("inputs.annual: [no-figure] “Directors' average annual salary” has")
        );
        let output = after(&["ward-nurses", "schemes/ward-nurses/cases/source.toml"]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(
            told(&output),
            "[nothing-taken] nothing here is taken over from the scheme `ward-nurses`\n"
        );
    }

    #[test]
    fn an_unknown_scheme_is_refused_with_the_nearest() {
        let output = jixiao(&["evaluate", "ward-nurse", "-"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            String::from_utf8(output.stderr)
                .unwrap()
                .ends_with("找不到「ward-nurse」\n是不是想寫「ward-nurses」？\n")
        );
    }

    #[test]
    fn each_of_two_people_of_one_name_is_explained() {
        let facts = std::env::temp_dir().join(format!("jixiao-two-of-one-name-{}.json", std::process::id()));
        let nurse =
            |name: &str, count: &str| format!(r#"{{"name":"{name}","shifts":{{"leader":"{count}"}}}}"#);
        let nurses = [nurse("甲", "3"), nurse("乙", "4"), nurse("甲", "5")].join(",");
        std::fs::write(&facts, format!(r#"{{"inputs":{{"pool":"12"}},"rosters":{{"nurse":[{nurses}]}}}}"#))
            .unwrap();
        let explained =
            |row| printed(&jixiao(&["explain", "ward-nurses", facts.to_str().unwrap(), "pay", row]));
        let (both, first, third) = (explained("甲"), explained("1"), explained("3"));
        std::fs::remove_file(&facts).unwrap();
        assert_eq!(both, format!("{first}\n{third}"));
        assert!(third.contains("= 5.00 元"), "{third}");
    }

    #[test]
    fn a_figure_is_explained() {
        let explain = |figure: &[&str]| {
            let start = ["explain", "ward-nurses", "schemes/ward-nurses/cases/source.toml"];
            jixiao(&start.iter().chain(figure).copied().collect::<Vec<_>>())
        };
        let by_name = explain(&["points", "護士甲"]);
        assert!(by_name.status.success());
        assert!(
            printed(&by_name)
                .starts_with("得分 · 護士甲\n= 24 分\n\n合計（班數 × 班次係數）\n24 班 × 1 分/班 = 24 分\n")
        );
        assert_eq!(explain(&["points", "1"]).stdout, by_name.stdout);
        let refused = |figure: &[&str]| {
            let output = explain(figure);
            assert_eq!(output.status.code(), Some(1));
            String::from_utf8(output.stderr).unwrap()
        };
        assert_eq!(refused(&["pionts"]), "找不到「pionts」\n是不是想寫「points」？\n");
        assert_eq!(refused(&["points", "護士"]), "找不到「護士」\n是不是想寫「護士甲」？\n");
        assert!(refused(&["points"]).starts_with("points: 護士甲, 護士乙, "));
    }
}
