//! What an editor is told.

use super::support::{page, parse, problems, shown};

#[test]
fn of_many_equal_mistakes_the_number_is_the_true_one() {
    let text = "<a href=\"https://a.nl\" target=\"_blank\">x</a>\n\n".repeat(367);
    assert_eq!(problems(&text).len(), 367);
}

#[test]
fn text_directly_below_a_table_is_no_row() {
    for text in [
        "| A | B |\n|---|---|\n| een | twee |\nTekst",
        "A | B\n---|---\neen | twee\nTekst",
        "| A |\n|---|\n| een |\nTekst",
    ] {
        assert_eq!(problems(text), ["MD040 Tekst"], "{text}");
    }
    for text in ["| A | B |\n|---|---|\n| een | twee |\n\nTekst", "A |\n---|\neen |\ntwee |"] {
        assert_eq!(problems(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn brackets_with_a_backslash_are_no_half_link() {
    for text in [r"Zie \[tekst\](/over/) hier", r"Zie \[tekst](/over/) hier", r"Zie \[de *kaart*\](/over/) en (dit)"] {
        assert_eq!(problems(text), Vec::<String>::new(), "{text}");
    }
    // What does open is told as that alone.
    assert_eq!(problems(r"Zie [tekst\](/over/) hier").len(), 1);
}

#[test]
fn each_mistake_is_told_once_and_in_place() {
    for (text, wanted) in [
        ("Zie [[pho-vth en meer", "MD001 [["),
        ("Zie [[]] en", "MD001 [["),
        ("Zie [[a\nb]] en", "MD001 [["),
        ("Zie [[a [b](c) d]]", "MD001 [["),
        ("| a | b |\n|--|--|\n| x [[pho-vth|PHO]] | c |\n", "MD002 [["),
        ("{{ a + b }}", "MD003 {{"),
        ("{{ a.b", "MD003 {{"),
        ("Tekst[^1] hier", "MD004 [^1]"),
        ("Tekst\n\n[^noot]: niets", "MD005 [^noot]"),
        ("a[^1]\n\n[^1]: x\n\n[^1]: y", "MD006 [^1]"),
        ("[a]()", "MD007 [a]()"),
        ("[a](javascript:alert)", "MD008 javascript:alert"),
        ("[a](data:text/html,x)", "MD008 data:text/html,x"),
        ("[a](<vbscript:x>)", "MD008 vbscript:x"),
        ("[a](//evil.nl)", "MD008 //evil.nl"),
        ("[a](\\\\server\\map)", "MD009 \\\\server\\map"),
        ("Zie [de *kaart*](x) en [de kaart](mijn kaart.pdf).", "MD034 [de kaart]("),
        ("[](x)", "MD010 [](x)"),
        ("![](x.png)", "MD012 ![](x.png)"),
        ("![a](https://b.nl/c.png)", "MD013 https://b.nl/c.png"),
        ("![{{ a }}](x.png)", "MD014 ![{{ a }}](x.png)"),
        ("![[x.png]]", "MD064 ![[x.png]]"),
        ("## a\n#### b\n## c", "MD015 ####"),
        ("##\n\nx", "MD016 ##\n"),
        ("```infographic\nsoort = 1\n", "MD017 ```"),
        ("```\nx\n", "MD017 ```"),
        (":::tip\nx", "MD018 :::"),
        ("tekst\n:::tip", "MD018 :::"),
        ("> [!TIPS]\n> x", "MD019 [!TIPS]"),
        ("<a href=b>a[^1]</a>\n\n[^1]: c", "MD033 [^1]"),
    ] {
        assert_eq!(problems(text), [wanted], "{text}");
    }
}

#[test]
fn every_problem_says_what_to_do() {
    let document = parse("[[x ![](y) {{ z [^q] <script> > [](a)");
    assert!(document.problems.len() >= 4);
    for problem in &document.problems {
        assert!(!problem.message.is_empty() && !problem.label.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
    }
}

#[test]
fn mistakes_are_told_all_at_once() {
    let text = "Zie [[a en {{ b.\n\n[x]() en <blink>y</blink>\n";
    assert_eq!(shown(&page(text), &parse(text).problems), ["MD001 [[", "MD003 {{", "MD007 [x]()", "MD020 <blink>"]);
}
