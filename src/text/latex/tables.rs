//! What LaTeX commands stand for. Every table is sorted by command name.
//!
//! Sources: the LaTeX 2ε encodings T1, TS1 and OT1 (`fntguide`, `encguide`), Unicode character
//! names.

/// The characters of `name`, a command of running text without its backslash.
pub(super) fn symbol(name: &str) -> Option<&'static str> {
    look_up(SYMBOLS, name)
}

/// The characters of `name`, a command of mathematics without its backslash.
pub(super) fn math_symbol(name: &str) -> Option<&'static str> {
    look_up(MATH, name)
}

fn look_up(table: &'static [(&'static str, &'static str)], name: &str) -> Option<&'static str> {
    let place = table.binary_search_by(|(key, _)| (*key).cmp(name)).ok()?;
    table.get(place).map(|(_, value)| *value)
}

/// An accent command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Accent {
    /// The command without its backslash.
    pub(super) name: &'static str,
    /// The combining character it puts on its argument.
    pub(super) mark: char,
    /// What it prints over an empty argument.
    pub(super) alone: char,
}

const fn accent(name: &'static str, mark: char, alone: char) -> Accent {
    Accent { name, mark, alone }
}

/// The accents of text mode. When encoding, the first with a mark is used.
pub(super) const ACCENTS: &[Accent] = &[
    accent("'", '\u{301}', '\u{b4}'),
    accent("`", '\u{300}', '`'),
    accent("^", '\u{302}', '^'),
    accent("\"", '\u{308}', '\u{a8}'),
    accent("~", '\u{303}', '~'),
    accent("=", '\u{304}', '\u{af}'),
    accent(".", '\u{307}', '\u{2d9}'),
    accent("v", '\u{30c}', '\u{2c7}'),
    accent("c", '\u{327}', '\u{b8}'),
    accent("k", '\u{328}', '\u{2db}'),
    accent("u", '\u{306}', '\u{2d8}'),
    accent("H", '\u{30b}', '\u{2dd}'),
    accent("r", '\u{30a}', '\u{2da}'),
    accent("d", '\u{323}', '\u{323}'),
    accent("b", '\u{331}', '\u{331}'),
    accent("t", '\u{361}', '\u{361}'),
    accent("h", '\u{309}', '\u{309}'),
    accent("textcommabelow", '\u{326}', '\u{326}'),
    accent("textogonekcentered", '\u{328}', '\u{2db}'),
    accent("capitalcaron", '\u{30c}', '\u{2c7}'),
    accent("capitalcedilla", '\u{327}', '\u{b8}'),
];

/// The accent called `name`.
pub(super) fn accent_named(name: &str) -> Option<Accent> {
    if let [byte] = name.as_bytes() {
        return BY_SIGN.get(usize::from(*byte)).copied().flatten();
    }
    let mut accents = ACCENTS.iter();
    accents.find(|accent| accent.name == name).copied()
}

/// The accents whose name is one character, by that.
static BY_SIGN: [Option<Accent>; 128] = {
    let mut table = [None; 128];
    let mut place = 0;
    while place < ACCENTS.len() {
        let name = ACCENTS[place].name.as_bytes();
        if name.len() == 1 {
            table[name[0] as usize] = Some(ACCENTS[place]);
        }
        place += 1;
    }
    table
};

/// The command that puts `mark` on its argument.
pub(super) fn accent_for(mark: char) -> Option<&'static str> {
    let accent = ACCENTS.iter().find(|accent| accent.mark == mark)?;
    Some(accent.name)
}

/// Commands whose first argument is no running text: an address, a formula or a key. It is taken
/// character by character.
pub(super) fn is_verbatim(name: &str) -> bool {
    matches!(
        name,
        "url"
            | "nolinkurl"
            | "path"
            | "href"
            | "doi"
            | "ensuremath"
            | "ce"
            | "cite"
            | "citep"
            | "citet"
            | "ref"
            | "label"
    )
}

/// Commands that only make space.
pub(super) fn is_space(name: &str) -> bool {
    matches!(
        name,
        "quad"
            | "qquad"
            | "space"
            | "enspace"
            | "enskip"
            | "thinspace"
            | "nobreakspace"
            | "newline"
            | "par"
            | "linebreak"
    )
}

/// Letters and symbols of running text.
pub(super) static SYMBOLS: &[(&str, &str)] = &[
    ("AA", "Å"),
    ("AE", "Æ"),
    ("DH", "Ð"),
    ("DJ", "Đ"),
    ("L", "Ł"),
    ("NG", "Ŋ"),
    ("O", "Ø"),
    ("OE", "Œ"),
    ("OHORN", "Ơ"),
    ("P", "¶"),
    ("S", "§"),
    ("SS", "ẞ"),
    ("TH", "Þ"),
    ("UHORN", "Ư"),
    ("aa", "å"),
    ("ae", "æ"),
    ("copyright", "©"),
    ("dag", "†"),
    ("ddag", "‡"),
    ("degree", "°"),
    ("dh", "ð"),
    ("dj", "đ"),
    ("dots", "…"),
    ("euro", "€"),
    ("guillemetleft", "«"),
    ("guillemetright", "»"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("i", "ı"),
    ("j", "ȷ"),
    ("l", "ł"),
    ("ldots", "…"),
    ("ng", "ŋ"),
    ("o", "ø"),
    ("oe", "œ"),
    ("ohorn", "ơ"),
    ("pounds", "£"),
    ("quotedblbase", "„"),
    ("quotesinglbase", "‚"),
    ("ss", "ß"),
    ("textasciiacute", "´"),
    ("textasciibreve", "˘"),
    ("textasciicaron", "ˇ"),
    ("textasciicircum", "^"),
    ("textasciidieresis", "¨"),
    ("textasciigrave", "`"),
    ("textasciimacron", "¯"),
    ("textasciitilde", "~"),
    ("textasteriskcentered", "∗"),
    ("textbackslash", "\\"),
    ("textbaht", "฿"),
    ("textbar", "|"),
    ("textbardbl", "‖"),
    ("textbigcircle", "○"),
    ("textbraceleft", "{"),
    ("textbraceright", "}"),
    ("textbrokenbar", "¦"),
    ("textbullet", "•"),
    ("textcelsius", "℃"),
    ("textcent", "¢"),
    ("textcolonmonetary", "₡"),
    ("textcompwordmark", ""),
    ("textcopyright", "©"),
    ("textcurrency", "¤"),
    ("textdagger", "†"),
    ("textdaggerdbl", "‡"),
    ("textdegree", "°"),
    ("textdiv", "÷"),
    ("textdollar", "$"),
    ("textdong", "₫"),
    ("textdownarrow", "↓"),
    ("textellipsis", "…"),
    ("textemdash", "—"),
    ("textendash", "–"),
    ("textestimated", "℮"),
    ("texteuro", "€"),
    ("textexclamdown", "¡"),
    ("textflorin", "ƒ"),
    ("textfractionsolidus", "⁄"),
    ("textgreater", ">"),
    ("textguarani", "₲"),
    ("texthyphen", "-"),
    ("textinterrobang", "‽"),
    ("textkra", "ĸ"),
    ("textleftarrow", "←"),
    ("textless", "<"),
    ("textlira", "₤"),
    ("textlnot", "¬"),
    ("textmho", "℧"),
    ("textminus", "−"),
    ("textmu", "µ"),
    ("textmusicalnote", "♪"),
    ("textnaira", "₦"),
    ("textnonbreakinghyphen", "‑"),
    ("textnumero", "№"),
    ("textohm", "Ω"),
    ("textonehalf", "½"),
    ("textonequarter", "¼"),
    ("textonesuperior", "¹"),
    ("textopenbullet", "◦"),
    ("textordfeminine", "ª"),
    ("textordmasculine", "º"),
    ("textparagraph", "¶"),
    ("textperiodcentered", "·"),
    ("textpertenthousand", "‱"),
    ("textperthousand", "‰"),
    ("textpeso", "₱"),
    ("textpm", "±"),
    ("textprime", "′"),
    ("textquestiondown", "¿"),
    ("textquotedbl", "\""),
    ("textquotedblleft", "“"),
    ("textquotedblright", "”"),
    ("textquoteleft", "‘"),
    ("textquoteright", "’"),
    ("textquotesingle", "'"),
    ("textquotestraightbase", "‚"),
    ("textquotestraightdblbase", "„"),
    ("textrecipe", "℞"),
    ("textreferencemark", "※"),
    ("textregistered", "®"),
    ("textrightarrow", "→"),
    ("textschwa", "ə"),
    ("textsection", "§"),
    ("textservicemark", "℠"),
    ("textsterling", "£"),
    ("textsurd", "√"),
    ("textthreequarters", "¾"),
    ("textthreequartersemdash", "—"),
    ("textthreesuperior", "³"),
    ("texttimes", "×"),
    ("texttrademark", "™"),
    ("texttwosuperior", "²"),
    ("textunderscore", "_"),
    ("textuparrow", "↑"),
    ("textvisiblespace", "␣"),
    ("textwon", "₩"),
    ("textyen", "¥"),
    ("th", "þ"),
    ("uhorn", "ư"),
];

/// Symbols and functions of mathematics.
pub(super) static MATH: &[(&str, &str)] = &[
    ("Box", "□"),
    ("Delta", "Δ"),
    ("Gamma", "Γ"),
    ("Im", "ℑ"),
    ("Lambda", "Λ"),
    ("Leftarrow", "⇐"),
    ("Leftrightarrow", "⇔"),
    ("Omega", "Ω"),
    ("Phi", "Φ"),
    ("Pi", "Π"),
    ("Pr", "Pr"),
    ("Psi", "Ψ"),
    ("Re", "ℜ"),
    ("Rightarrow", "⇒"),
    ("Sigma", "Σ"),
    ("Theta", "Θ"),
    ("Upsilon", "Υ"),
    ("Vert", "‖"),
    ("Xi", "Ξ"),
    ("aleph", "ℵ"),
    ("alpha", "α"),
    ("angle", "∠"),
    ("angstrom", "Å"),
    ("approx", "≈"),
    ("arccos", "arccos"),
    ("arcsin", "arcsin"),
    ("arctan", "arctan"),
    ("arg", "arg"),
    ("ast", "∗"),
    ("asymp", "≍"),
    ("backslash", "\\"),
    ("because", "∵"),
    ("beta", "β"),
    ("bot", "⊥"),
    ("bullet", "•"),
    ("cap", "∩"),
    ("cdot", "·"),
    ("cdots", "⋯"),
    ("checkmark", "✓"),
    ("chi", "χ"),
    ("circ", "∘"),
    ("colon", ":"),
    ("complement", "∁"),
    ("cong", "≅"),
    ("cos", "cos"),
    ("cosh", "cosh"),
    ("cot", "cot"),
    ("cup", "∪"),
    ("dagger", "†"),
    ("ddagger", "‡"),
    ("degree", "°"),
    ("delta", "δ"),
    ("det", "det"),
    ("diamond", "⋄"),
    ("dim", "dim"),
    ("div", "÷"),
    ("dots", "…"),
    ("downarrow", "↓"),
    ("ell", "ℓ"),
    ("emptyset", "∅"),
    ("epsilon", "ε"),
    ("equiv", "≡"),
    ("eta", "η"),
    ("exists", "∃"),
    ("exp", "exp"),
    ("flat", "♭"),
    ("forall", "∀"),
    ("gamma", "γ"),
    ("gcd", "gcd"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("geqslant", "⩾"),
    ("gg", "≫"),
    ("gt", ">"),
    ("gtrsim", "≳"),
    ("hbar", "ℏ"),
    ("hom", "hom"),
    ("hookrightarrow", "↪"),
    ("iff", "⇔"),
    ("implies", "⟹"),
    ("in", "∈"),
    ("inf", "inf"),
    ("infty", "∞"),
    ("int", "∫"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("ker", "ker"),
    ("lambda", "λ"),
    ("land", "∧"),
    ("langle", "⟨"),
    ("lbrace", "{"),
    ("lbrack", "["),
    ("lceil", "⌈"),
    ("ldots", "…"),
    ("le", "≤"),
    ("leftarrow", "←"),
    ("leftrightarrow", "↔"),
    ("leq", "≤"),
    ("leqslant", "⩽"),
    ("lesssim", "≲"),
    ("lfloor", "⌊"),
    ("lg", "lg"),
    ("lim", "lim"),
    ("liminf", "liminf"),
    ("limsup", "limsup"),
    ("ll", "≪"),
    ("ln", "ln"),
    ("log", "log"),
    ("longrightarrow", "⟶"),
    ("lor", "∨"),
    ("lozenge", "◊"),
    ("lt", "<"),
    ("ltimes", "⋉"),
    ("mapsto", "↦"),
    ("mathdollar", "$"),
    ("mathparagraph", "¶"),
    ("mathsection", "§"),
    ("max", "max"),
    ("micro", "µ"),
    ("mid", "∣"),
    ("min", "min"),
    ("mod", "mod"),
    ("models", "⊨"),
    ("mp", "∓"),
    ("mu", "μ"),
    ("nabla", "∇"),
    ("natural", "♮"),
    ("ne", "≠"),
    ("neg", "¬"),
    ("neq", "≠"),
    ("ni", "∋"),
    ("notin", "∉"),
    ("nu", "ν"),
    ("odot", "⊙"),
    ("ohm", "Ω"),
    ("oint", "∮"),
    ("omega", "ω"),
    ("omicron", "ο"),
    ("oplus", "⊕"),
    ("otimes", "⊗"),
    ("parallel", "∥"),
    ("partial", "∂"),
    ("perp", "⊥"),
    ("phi", "φ"),
    ("pi", "π"),
    ("pm", "±"),
    ("prime", "′"),
    ("prod", "∏"),
    ("propto", "∝"),
    ("psi", "ψ"),
    ("rangle", "⟩"),
    ("rbrace", "}"),
    ("rbrack", "]"),
    ("rceil", "⌉"),
    ("rfloor", "⌋"),
    ("rho", "ρ"),
    ("rightarrow", "→"),
    ("rightleftharpoons", "⇌"),
    ("rightsquigarrow", "⇝"),
    ("rtimes", "⋊"),
    ("sec", "sec"),
    ("setminus", "∖"),
    ("sharp", "♯"),
    ("sigma", "σ"),
    ("sim", "∼"),
    ("simeq", "≃"),
    ("sin", "sin"),
    ("sinh", "sinh"),
    ("square", "□"),
    ("star", "⋆"),
    ("subset", "⊂"),
    ("subseteq", "⊆"),
    ("sum", "∑"),
    ("sup", "sup"),
    ("supset", "⊃"),
    ("supseteq", "⊇"),
    ("surd", "√"),
    ("tan", "tan"),
    ("tanh", "tanh"),
    ("tau", "τ"),
    ("therefore", "∴"),
    ("theta", "θ"),
    ("times", "×"),
    ("to", "→"),
    ("top", "⊤"),
    ("triangle", "△"),
    ("uparrow", "↑"),
    ("upsilon", "υ"),
    ("varepsilon", "ε"),
    ("varnothing", "∅"),
    ("varphi", "φ"),
    ("varpi", "ϖ"),
    ("varrho", "ϱ"),
    ("varsigma", "ς"),
    ("vartheta", "ϑ"),
    ("vdash", "⊢"),
    ("vee", "∨"),
    ("vert", "|"),
    ("wedge", "∧"),
    ("wp", "℘"),
    ("xi", "ξ"),
    ("zeta", "ζ"),
];

/// The superscript of `character`, if Unicode has a well supported one.
pub(super) fn superscript(character: char) -> Option<char> {
    Some(match character {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(0x2070 + (u32::from(character) - 0x30))?,
        '+' => '⁺',
        '-' | '−' => '⁻',
        '=' => '⁼',
        '(' => '⁽',
        ')' => '⁾',
        'n' => 'ⁿ',
        'i' => 'ⁱ',
        '∘' | '°' => '°',
        '*' | '∗' => '*',
        '′' | '†' | '‡' => character,
        _ => return None,
    })
}

/// The subscript of `character`, if Unicode has a well supported one.
pub(super) fn subscript(character: char) -> Option<char> {
    Some(match character {
        '0'..='9' => char::from_u32(0x2080 + (u32::from(character) - 0x30))?,
        '+' => '₊',
        '-' | '−' => '₋',
        '=' => '₌',
        '(' => '₍',
        ')' => '₎',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_without_repeats() {
        for table in [SYMBOLS, MATH] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
    }

    #[test]
    fn scripts_of_digits() {
        assert_eq!(
            "0123456789+-"
                .chars()
                .filter_map(superscript)
                .collect::<String>(),
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
        );
        assert_eq!(
            "0123456789="
                .chars()
                .filter_map(subscript)
                .collect::<String>(),
            "₀₁₂₃₄₅₆₇₈₉₌"
        );
    }
}
