//! Addresses as QR codes (ISO/IEC 18004), to be shown on a slide or printed.

/// Light modules around the code, without which readers don't find it.
const QUIET: u32 = 4;

/// A QR code: a square of dark and light modules, its quiet zone included.
///
/// Error correction is level M or better: it can be read with a seventh of it covered.
#[derive(Clone)]
pub struct QrCode {
    code: qrcodegen::QrCode,
}

/// Dark modules beside each other in one row; all in modules from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Distance from the left.
    pub x: u32,
    /// Distance from the top.
    pub y: u32,
    /// How many.
    pub length: u32,
}

impl QrCode {
    /// The code of a text; `None` if it is too long for any (2,331 bytes).
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let level = qrcodegen::QrCodeEcc::Medium;
        let code = qrcodegen::QrCode::encode_text(text, level).ok()?;
        Some(Self { code })
    }

    /// Modules along each side.
    #[must_use]
    pub fn size(&self) -> u32 {
        u32::try_from(self.code.size()).unwrap_or(0) + 2 * QUIET
    }

    /// The dark modules, row by row.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let side = self.code.size();
        let mut runs: Vec<Run> = Vec::new();
        for (y, row) in (QUIET..).zip(0..side) {
            for (x, column) in (QUIET..).zip(0..side) {
                if !self.code.get_module(column, row) {
                    continue;
                }
                match runs.last_mut() {
                    Some(run) if run.y == y && run.x + run.length == x => run.length += 1,
                    _ => runs.push(Run { x, y, length: 1 }),
                }
            }
        }
        runs
    }

    /// The dark modules as the `d` of an SVG path, one unit a module.
    #[must_use]
    pub fn path(&self) -> String {
        let mut out = String::new();
        for Run { x, y, length } in self.runs() {
            let (x, y, length) = (x.to_string(), y.to_string(), length.to_string());
            for part in ["M", &x, " ", &y, "h", &length, "v1h-", &length, "z"] {
                out.push_str(part);
            }
        }
        out
    }

    /// A picture of it as an SVG file, black on white whatever lies behind it, named `title`.
    #[must_use]
    pub fn svg(&self, title: &str) -> String {
        let size = self.size().to_string();
        let mut name = String::new();
        crate::invitation::escape(title, &mut name);
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
            &size,
            " ",
            &size,
            "\" shape-rendering=\"crispEdges\" role=\"img\"><title>",
            &name,
            "</title><path fill=\"#fff\" d=\"M0 0h",
            &size,
            "v",
            &size,
            "H0z\"/><path fill=\"#000\" d=\"",
            &self.path(),
            "\"/></svg>\n",
        ]
        .concat()
    }
}

impl std::fmt::Debug for QrCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("QrCode")
            .field("size", &self.size())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rqrr::PreparedImage;

    use super::QrCode;

    /// What a reader of QR codes sees in the SVG file, drawn with some pixels a module.
    fn seen(svg: &str) -> String {
        const PIXELS: usize = 3;
        let (_, rest) = svg.split_once("viewBox=\"0 0 ").expect("a view box");
        let side: usize = rest.split([' ', '"']).next().unwrap().parse().unwrap();
        let (_, path) = svg.split_once("fill=\"#000\" d=\"").expect("a path");
        let path = path.split('"').next().unwrap();
        let mut dark = vec![false; side * side];
        for run in path.split('M').filter(|run| !run.is_empty()) {
            let numbers: Vec<usize> = run
                .split(|it: char| !it.is_ascii_digit())
                .filter(|it| !it.is_empty())
                .map(|it| it.parse().unwrap())
                .collect();
            let [x, y, length, 1, back] = numbers[..] else {
                panic!("not a run: {run}");
            };
            assert_eq!(length, back);
            dark[y * side + x..][..length].fill(true);
        }
        let mut image =
            PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, |x, y| {
                if dark[y / PIXELS * side + x / PIXELS] {
                    0
                } else {
                    255
                }
            });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        grids[0].decode().expect("it can be read").1
    }

    #[test]
    fn a_reader_finds_the_address_in_the_picture() {
        let address = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_OTg1?context=%7b%22Tid%22%3a%22f3%22%7d";
        let code = QrCode::of(address).unwrap();
        assert_eq!(seen(&code.svg("Join")), address);
    }

    #[test]
    fn the_picture_has_a_quiet_zone_and_a_name() {
        let code = QrCode::of("https://x.example").unwrap();
        for run in code.runs() {
            assert!(run.x >= 4 && run.y >= 4);
            assert!(run.x + run.length <= code.size() - 4 && run.y < code.size() - 4);
        }
        let svg = code.svg("Join <“Q&A”>");
        assert!(
            svg.contains("<title>Join &lt;“Q&amp;A”&gt;</title>"),
            "{svg}"
        );
    }

    #[test]
    fn a_text_that_fits_into_no_code_has_none() {
        assert!(QrCode::of(&"x".repeat(2_331)).is_some());
        assert!(QrCode::of(&"x".repeat(2_332)).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
        #[test]
        fn any_address_can_be_read(path in "[a-z0-9A-Z%/._~?=&-]{0,300}") {
            let address = ["https://teams.example/", &path].concat();
            prop_assert_eq!(seen(&QrCode::of(&address).unwrap().svg("")), address);
        }
    }
}
