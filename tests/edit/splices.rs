//! What is put into a data file, and that nothing else changes.
use proptest::prelude::*;
use toml::Value;
use verbeeld::diag::{FileId, Span};
use verbeeld::edit::{Blocks, Record, literal};

fn put(text: &str, mark: usize, splice: (Span, String)) -> String {
    let range = splice.0.range();
    let mut out = text.to_owned();
    out.replace_range(range.start - mark..range.end - mark, &splice.1);
    out
}

fn edited(text: &str, edit: impl Fn(Record<'_, '_>) -> Option<(Span, String)>) -> String {
    let blocks = Blocks::of(FileId(0), text, 3).unwrap();
    put(text, 3, edit(blocks.record("relatie", "een--twee").unwrap()).unwrap())
}

const FILE: &str = "# kop\r\n[[relatie]]\r\n  id = 'een--twee'   # de id\r\nvan = \"een\"\r\n  [[relatie.niveau]]\r\n  niveau = \"los\" # nu\r\n\r\n[relatie.ambitie]\r\nniveau = 'vast'\r\n\r\n[[relatie]]\r\nid = \"twee--een\"";

#[test]
fn a_value_a_key_and_a_block() {
    assert_eq!(edited(FILE, |r| r.set("id", "'drie'")), FILE.replace("'een--twee'", "'drie'"));
    let key = FILE.replace("van = \"een\"\r\n", "van = \"een\"\r\nnaar = \"x\"\r\n");
    assert_eq!(edited(FILE, |r| r.set("naar", "\"x\"")), key);
    let block = "# nu\r\n  [[relatie.niveau]]\r\n  niveau = \"vast\"\r\n";
    let level = [("niveau", "\"vast\"".to_owned())];
    assert_eq!(edited(FILE, |r| r.add_block("relatie", "niveau", &level)), FILE.replace("# nu\r\n", block));
}

#[test]
fn a_last_line_without_an_end_stays_without() {
    let blocks = Blocks::of(FileId(0), FILE, 0).unwrap();
    let last = blocks.record("relatie", "twee--een").unwrap();
    assert_eq!(put(FILE, 0, last.set("naar", "1").unwrap()), format!("{FILE}\r\nnaar = 1"));
    let level = [("niveau", "1".to_owned())];
    let block = last.add_block("relatie", "niveau", &level).unwrap();
    assert_eq!(put(FILE, 0, block), format!("{FILE}\r\n[[relatie.niveau]]\r\nniveau = 1"));
    assert_eq!(put(FILE, 0, blocks.append("[[bron]]\nid = 1\n")), format!("{FILE}\r\n\r\n[[bron]]\r\nid = 1"));
}

#[test]
fn records_between_braces() {
    let text = "relatie = [{ id = \"een--twee\", niveau = [{ niveau = 1 }] }, { id = \"b\" }]\n";
    assert_eq!(edited(text, |r| r.set("van", "2")), text.replace("[{ niveau = 1 }] }", "[{ niveau = 1 }], van = 2 }"));
    let level = [("niveau", "2".to_owned())];
    let added = text.replace("{ niveau = 1 }", "{ niveau = 1 }, { niveau = 2 }");
    assert_eq!(edited(text, |r| r.add_block("relatie", "niveau", &level)), added);
}

/// A data file in the many ways in which one may be written.
fn file() -> impl Strategy<Value = (String, usize)> {
    let line = prop_oneof![
        Just(String::new()),
        Just("# een opmerking".to_owned()),
        "[a-z]{1,6}".prop_map(|k| format!("x_{k} = 'b'  # [[relatie]]")),
        "[a-z]{1,6}".prop_map(|k| format!("\"y {k}\" = [\n  \"a\", # ]\n  '''b\nc''',\n]")),
        "[a-z]{1,6}".prop_map(|k| format!("z_{k} = {{ a = \"\\\"\", b = 2024-01-01 }}")),
    ];
    let record = (prop::collection::vec(line, 0..5), 0..3usize, any::<bool>(), any::<bool>());
    (prop::collection::vec(record, 1..5), any::<bool>(), any::<bool>()).prop_map(|(records, windows, ended)| {
        let mut text = String::new();
        for (i, (lines, levels, deep, ambition)) in records.iter().enumerate() {
            let indent = if *deep { "  " } else { "" };
            text.push_str(&format!("[[relatie]]\n{indent}id = \"r{i}\"\n"));
            let mut seen = Vec::new();
            for line in lines {
                let key = line.split('=').next().unwrap_or_default().trim().to_owned();
                if !seen.contains(&key) || key.is_empty() || key.starts_with('#') {
                    text.push_str(&format!("{line}\n"));
                    seen.push(key);
                }
            }
            if *ambition {
                text.push_str("[relatie.ambitie]\nniveau = 'x'\n\n");
            }
            for _ in 0..*levels {
                text.push_str(&format!("{indent}[[relatie.niveau]]\n{indent}niveau = \"v\"   # w\n"));
            }
        }
        let text = if ended { text } else { text.trim_end().to_owned() };
        (if windows { text.replace('\n', "\r\n") } else { text }, records.len())
    })
}

fn values(text: &str) -> toml::Table {
    text.parse().unwrap_or_else(|e| panic!("{e}\n{text}"))
}

/// The values of a record, to be changed.
fn of(table: &mut toml::Table, i: usize) -> &mut toml::Table {
    table["relatie"].as_array_mut().unwrap()[i].as_table_mut().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// After a change the file says what it said before, and what was added; what was taken out of the text is nothing but that.
    #[test]
    fn a_change_is_what_was_asked_and_nothing_else((text, records) in file(), pick in 0..5usize, word in ".{0,12}") {
        let i = pick % records;
        let blocks = Blocks::of(FileId(0), &text, 0).unwrap();
        let record = blocks.record("relatie", &format!("r{i}")).unwrap();
        let mut wanted = values(&text);

        let set = record.set("nieuw", &literal(&word)).unwrap();
        prop_assert!(set.0.range().is_empty());
        of(&mut wanted, i).insert("nieuw".into(), Value::String(word.clone()));
        prop_assert_eq!(values(&put(&text, 0, set)), wanted);

        let mut wanted = values(&text);
        let added = record.add_block("relatie", "niveau", &[("niveau", literal(&word))]).unwrap();
        prop_assert!(added.0.range().is_empty());
        let level: toml::Table = [("niveau".to_owned(), Value::String(word.clone()))].into_iter().collect();
        let list = of(&mut wanted, i).entry("niveau").or_insert(Value::Array(Vec::new()));
        list.as_array_mut().unwrap().push(Value::Table(level));
        prop_assert_eq!(values(&put(&text, 0, added)), wanted);

        let mut wanted = values(&text);
        of(&mut wanted, i).insert("id".into(), Value::String(word.clone()));
        prop_assert_eq!(values(&put(&text, 0, record.set("id", &literal(&word)).unwrap())), wanted);

        let mut wanted = values(&text);
        wanted["relatie"].as_array_mut().unwrap().remove(i);
        if records == 1 { wanted.remove("relatie"); }
        prop_assert_eq!(values(&put(&text, 0, blocks.remove(record).unwrap())), wanted);

        let new = put(&text, 0, blocks.append("[[bron]]\nid = \"b\"\n"));
        prop_assert!(new.starts_with(&text));
        prop_assert!(values(&new)["bron"][0]["id"].as_str() == Some("b"));
    }
}
