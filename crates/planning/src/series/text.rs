//! A whole series as the lines of an iCalendar: start, rule, exceptions.

use virtual_events::WallTime;

use super::parse::{date, date_time};
use super::write::CompactTime;
use super::{Rule, RuleEnd, RuleError, Series};
use crate::clock::{DAY, wall_from_millis, wall_millis};
use crate::zones::{IanaZone, ZoneRules, to_instant};

impl Series {
    /// The lines `DTSTART`, `RRULE` and, if there are any, `EXDATE`; apart by line feeds.
    ///
    /// An end on a day is written as an instant, since a start with a zone asks for that
    /// (RFC 5545 §3.3.10, `UNTIL`). The length isn't in these lines.
    #[must_use]
    pub fn to_lines(&self, rules: &dyn ZoneRules) -> String {
        let rule = Rule {
            end: self.end_in_utc(rules),
            ..self.rule.clone()
        };
        let at = |wall: WallTime| CompactTime(wall).to_string();
        let zone = [";TZID=", self.zone.as_str(), ":"].concat();
        let start = ["DTSTART", &zone, &at(self.first)].concat();
        let mut lines = vec![start, ["RRULE:", &rule.to_string()].concat()];
        if !self.exceptions.is_empty() {
            let days: Vec<_> = self.exceptions.iter().copied().map(at).collect();
            lines.push(["EXDATE", &zone, &days.join(",")].concat());
        }
        lines.join("\n")
    }

    /// Reads such lines; `minutes` is the length, which they don't have.
    ///
    /// Other lines are passed over. Without a `TZID` the zone is UTC if the start ends in `Z`, else
    /// `zone`. Several `EXDATE` lines add up; one that can't be read leaves nothing out.
    ///
    /// # Errors
    /// [`RuleError::BadValue`] for a start that is missing or can't be read, and whatever is wrong
    /// with the rule.
    pub fn from_lines(text: &str, minutes: u32, zone: &IanaZone) -> Result<Self, RuleError> {
        let unfolded = text.replace("\r\n", "\n").replace("\n ", "");
        let mut start: Option<(WallTime, IanaZone)> = None;
        let mut rule = Err(RuleError::NoFrequency);
        let mut exceptions = Vec::new();
        for line in unfolded.lines() {
            let Some((head, value)) = line.trim().split_once(':') else {
                continue;
            };
            let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
            match name.to_ascii_uppercase().as_str() {
                "DTSTART" => {
                    let wall = wall_of(value).ok_or_else(|| RuleError::BadValue {
                        name: "DTSTART",
                        value: value.to_owned(),
                    })?;
                    start = Some((wall, zone_of(parameters, value, zone)));
                }
                "RRULE" => rule = value.parse(),
                "EXDATE" => exceptions.extend(value.split(',').filter_map(wall_of)),
                _ => {}
            }
        }
        let (first, zone) = start.ok_or_else(|| RuleError::BadValue {
            name: "DTSTART",
            value: String::new(),
        })?;
        Ok(Self {
            rule: rule?,
            first,
            minutes,
            zone,
            exceptions,
        })
    }

    fn end_in_utc(&self, rules: &dyn ZoneRules) -> RuleEnd {
        let wall = match self.rule.end {
            RuleEnd::On(day) => {
                // the last second of the day
                let midnight = wall_millis(WallTime::new(day.midnight()));
                wall_from_millis(midnight + DAY - 1000)
            }
            RuleEnd::At(wall) => wall,
            end => return end,
        };
        let instant = to_instant(wall, &self.zone, rules).compatible();
        instant.map_or(self.rule.end, RuleEnd::By)
    }
}

/// `20270330T100000`, with or without `Z`, or a day alone.
fn wall_of(text: &str) -> Option<WallTime> {
    let text = text.trim().to_ascii_uppercase();
    let local = text.strip_suffix('Z').unwrap_or(&text);
    date_time(local).or_else(|| date(local).map(|day| WallTime::new(day.midnight())))
}

fn zone_of(parameters: &str, value: &str, usual: &IanaZone) -> IanaZone {
    let named = parameters.split(';').find_map(|parameter| {
        let (name, zone) = parameter.split_once('=')?;
        name.eq_ignore_ascii_case("TZID")
            .then(|| zone.trim_matches('"').to_owned())
    });
    match named {
        Some(zone) => IanaZone::new(zone),
        None if value.trim().ends_with(['Z', 'z']) => IanaZone::UTC,
        None => usual.clone(),
    }
}
