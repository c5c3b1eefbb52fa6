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
}
