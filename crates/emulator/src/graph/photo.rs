//! "Get profilePhoto": a plain coloured square for some people, 404 for the others.

use axum::http::StatusCode;

use super::reply::{Answer, Payload, Refusal, Reply};
use super::visit::Visit;
use crate::ident::spread;

/// Width and height in pixels.
const SIZE: u16 = 48;

/// The photo of somebody, as PNG.
pub(super) fn photo(visit: &mut Visit<'_>, id: &str) -> Answer {
    let people = &visit.world.tenant.people;
    let person = people
        .get(id)
        .or_else(|| people.values().find(|person| person.answers_to(id)));
    let person = person.ok_or_else(|| Refusal::not_found(&format!("Resource '{id}'")))?;
    let dice = spread(&person.upn);
    if !dice.is_multiple_of(3) {
        return Err(Refusal::not_found("The photo"));
    }
    let shade = |shift: u32| 64 + ((dice >> shift) & 0x7f) as u8;
    let payload = Payload::Bytes("image/png", square([shade(8), shade(16), shade(24)]));
    Ok(Reply {
        status: StatusCode::OK,
        headers: Vec::new(),
        payload,
    })
}

/// A square of one colour as PNG (RFC 2083), stored without compression.
fn square(colour: [u8; 3]) -> Vec<u8> {
    let row: Vec<u8> = std::iter::once(0)
        .chain(colour.repeat(usize::from(SIZE)))
        .collect();
    let pixels = row.repeat(usize::from(SIZE));
    let length = u16::try_from(pixels.len()).unwrap_or(u16::MAX);
    // zlib (RFC 1950) around one stored block (RFC 1951 section 3.2.4).
    let mut packed = vec![0x78, 0x01, 0x01];
    packed.extend(length.to_le_bytes());
    packed.extend((!length).to_le_bytes());
    packed.extend(&pixels);
    packed.extend(adler(&pixels).to_be_bytes());

    let mut header = Vec::new();
    header.extend(u32::from(SIZE).to_be_bytes());
    header.extend(u32::from(SIZE).to_be_bytes());
    // Eight bits a colour, red green blue, the only methods there are, not interlaced.
    header.extend([8, 2, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [
        (b"IHDR", &header),
        (b"IDAT", &packed),
        (b"IEND", &Vec::new()),
    ] {
        let mut chunk = name.to_vec();
        chunk.extend(data);
        file.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
        file.extend(&chunk);
        file.extend(crc(&chunk).to_be_bytes());
    }
    file
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 {
                (sum >> 1) ^ 0xedb8_8320
            } else {
                sum >> 1
            }
        })
    })
}

fn adler(bytes: &[u8]) -> u32 {
    let (one, other) = bytes.iter().fold((1_u32, 0_u32), |(one, other), byte| {
        let one = (one + u32::from(*byte)) % 65_521;
        (one, (other + one) % 65_521)
    });
    (other << 16) | one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksums_are_those_of_the_standards() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler(b"Wikipedia"), 0x11e6_0398);
    }
}
