//! From text back to the bytes it was decoded from.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::decode::decode;

/// A file's text, and how to give another text its encoding.
#[derive(Debug)]
pub struct Encoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    encoding: &'static str,
    mark: &'static [u8],
}

impl<'a> Encoded<'a> {
    /// Decodes bytes that can be encoded again without a change; [`None`] where they cannot: a
    /// damaged or mixed text, or no text at all.
    ///
    /// ```
    /// use bibsift::source::encode::Encoded;
    ///
    /// let latin1 = Encoded::new(b"G\xf6sele, Schr\xf6dinger, M\xfcller").unwrap();
    /// assert_eq!(latin1.encode("\u{f6}").unwrap().as_ref(), b"\xf6");
    /// assert!(latin1.encode("\u{4e00}").is_none());
    /// assert!(Encoded::new(b"\x89PNG\r\n\x1a\n\0\0").is_none());
    /// ```
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let decoded = decode(bytes);
        if decoded.decoding.binary || decoded.decoding.replaced > 0 {
            return None;
        }
        let marks: [&'static [u8]; 5] = [
            b"\xef\xbb\xbf",
            b"\xff\xfe\0\0",
            b"\0\0\xfe\xff",
            b"\xff\xfe",
            b"\xfe\xff",
        ];
        let mark = marks.into_iter().find(|mark| bytes.starts_with(mark));
        let encoded = Self {
            text: decoded.text,
            encoding: decoded.decoding.encoding,
            mark: mark.unwrap_or_default(),
        };
        // UTF-8 was checked when it was decoded, and nothing stands for anything else.
        let same = if encoded.encoding == "UTF-8" && decoded.decoding.foreign_lines == 0 {
            encoded.text.len() + encoded.mark.len() == bytes.len()
        } else {
            encoded.encode(&encoded.text)?.as_ref() == bytes
        };
        same.then_some(encoded)
    }

    /// The bytes of `text` in the file's encoding, with its byte order mark; [`None`] where the
    /// encoding lacks a character.
    pub fn encode<'t>(&self, text: &'t str) -> Option<Cow<'t, [u8]>> {
        let units: Vec<u8> = match self.encoding {
            "UTF-8" if self.mark.is_empty() => return Some(Cow::Borrowed(text.as_bytes())),
            "UTF-8" => text.bytes().collect(),
            "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "UTF-32LE" => text
                .chars()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect(),
            "UTF-32BE" => text
                .chars()
                .flat_map(|c| u32::from(c).to_be_bytes())
                .collect(),
            name => {
                let encoding = Encoding::for_label(name.as_bytes())?;
                let (bytes, _, unmappable) = encoding.encode(text);
                if unmappable {
                    return None;
                }
                bytes.into_owned()
            }
        };
        Some(Cow::Owned([self.mark, &units].concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_comes_back() {
        let text = "@book{k, title = {On Growth and Form}}\r\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let gbk = encoding_rs::GBK
            .encode("@book{k, title = {中文标题研究与应用方法}, author = {张三 and 李四}}\n");
        for bytes in [
            text.as_bytes(),
            &[b"\xef\xbb\xbf", text.as_bytes()].concat(),
            &[b"\xff\xfe", &utf16[..]].concat(),
            &utf16,
            &gbk.0,
        ] {
            let encoded = Encoded::new(bytes).unwrap();
            assert_eq!(encoded.encode(&encoded.text).unwrap().as_ref(), bytes);
        }
    }

    #[test]
    fn what_would_change_is_refused() {
        assert!(Encoded::new(b"%PDF-1.4\n\0\0").is_none());
        let mixed = [
            &"基于深度学习的医学图像分割\n".repeat(3).into_bytes()[..],
            b"M\xfcller\n",
        ];
        assert!(
            Encoded::new(&mixed.concat()).is_none(),
            "lines of two encodings"
        );
    }
}
