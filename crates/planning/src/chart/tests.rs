//! Ticks, places, and what is drawn.

use proptest::prelude::*;

use super::{
    Axis, BarChart, BarGroup, Canvas, Chart, Column, ColumnChart, CurveChart, Mark, Palette, Plot,
    Size, clock_ticks, count_ticks,
};

const SIZE: Size = Size {
    width: 472.0,
    height: 152.0,
};

fn palette() -> Palette {
    let colour = str::to_owned;
    Palette {
        ground: colour("#fff"),
        text: colour("#111"),
        grid: colour("#eee"),
        outline: colour("#999"),
        mark: colour("#b00"),
        first: colour("#00f"),
        tint: colour("#ccf"),
        second: colour("#0a0"),
    }
}

fn drawn(chart: &Chart, name: &str) -> String {
    let palette = palette();
    chart.svg(&Canvas {
        size: SIZE,
        palette: &palette,
        name,
    })
}

fn axis(to: f64) -> Axis {
    Axis::new(0.0, to, &[0.0, to], |at| at.to_string())
}

fn curve(steps: Vec<(f64, f64)>) -> Chart {
    Chart::Curve(CurveChart {
        x: axis(100.0),
        y: axis(10.0),
        steps,
        marks: vec![
            Mark {
                at: 25.0,
                label: "Scheduled <start>".to_owned(),
            },
            Mark {
                at: 400.0,
                label: "Beyond".to_owned(),
            },
        ],
    })
}

#[test]
fn counts_get_round_steps_from_zero_to_over_the_most() {
    assert_eq!(count_ticks(0.0, 4), [0.0, 1.0]);
    assert_eq!(count_ticks(3.0, 4), [0.0, 1.0, 2.0, 3.0]);
    assert_eq!(count_ticks(212.0, 4), [0.0, 100.0, 200.0, 300.0]);
    assert_eq!(count_ticks(12_000.0, 3), [0.0, 5_000.0, 10_000.0, 15_000.0]);
    assert_eq!(count_ticks(f64::NAN, 3), [0.0, 1.0]);
}

#[test]
fn times_are_round_on_the_readers_clock() {
    let minutes = |it: &[i64]| it.iter().map(|at| at / 60_000).collect::<Vec<_>>();
    let hour = 3_600_000;
    assert_eq!(minutes(&clock_ticks(60_000, hour, 0, 5)), [15, 30, 45, 60]);
    // a clock that is half an hour ahead of the times given
    let ahead = clock_ticks(0, 3 * hour, hour / 2, 4);
    assert_eq!(minutes(&ahead), [30, 90, 150]);
    assert_eq!(clock_ticks(0, -5, 0, 4), [] as [i64; 0]);
}

#[test]
fn a_curve_goes_in_steps_and_its_area_ends_on_the_axis() {
    let svg = drawn(&curve(vec![(0.0, 0.0), (50.0, 10.0)]), "Audience");
    let plot = Plot::within(SIZE);
    assert_eq!((plot.width, plot.height), (400.0, 100.0));
    // from the foot, at the middle up to the top, to the right edge
    assert!(svg.contains("d=\"M48 124H248V24H448\""), "{svg}");
    assert!(
        svg.contains("d=\"M48 124H248V24H448V124H48Z\" fill=\"#ccf\""),
        "{svg}"
    );
}

#[test]
fn texts_are_escaped_and_marks_outside_left_out() {
    let svg = drawn(&curve(Vec::new()), "A \"<b>\" name");
    assert!(svg.contains("role=\"img\""));
    assert!(
        svg.contains("aria-label=\"A &quot;&lt;b&gt;&quot; name\""),
        "{svg}"
    );
    assert!(svg.contains(">Scheduled &lt;start&gt;</text>"), "{svg}");
    assert!(!svg.contains("Beyond"), "{svg}");
    assert_eq!(svg.matches("stroke-dasharray").count(), 1);
}

#[test]
fn a_column_is_as_high_as_its_value() {
    let column = |from: f64, value: f64| Column {
        from,
        to: from + 50.0,
        value,
    };
    let chart = Chart::Columns(ColumnChart {
        x: axis(100.0),
        y: axis(10.0),
        columns: vec![column(0.0, 5.0), column(50.0, 0.0)],
        marks: Vec::new(),
    });
    let svg = drawn(&chart, "Arrivals");
    assert!(
        svg.contains("<rect x=\"48.5\" y=\"74\" width=\"199\" height=\"50\" fill=\"#00f\"/>"),
        "{svg}"
    );
    assert_eq!(svg.matches("fill=\"#00f\"").count(), 1, "nothing for none");
}

fn bars(groups: usize, label: &str) -> BarChart {
    let group = |at: usize| BarGroup {
        label: [label, &at.to_string()].concat(),
        values: vec![(10.0, "10".to_owned()), (4.0, "4".to_owned())],
    };
    BarChart {
        y: axis(10.0),
        groups: (0..groups).map(group).collect(),
        series: vec!["People".to_owned(), "Peak".to_owned()],
    }
}

#[test]
fn bars_stand_in_groups_with_a_key_and_their_values() {
    let chart = Chart::Bars(bars(2, "May "));
    let svg = drawn(&chart, "Compared");
    // two of each, and one in the key
    assert_eq!(svg.matches("fill=\"#00f\"").count(), 3, "{svg}");
    assert_eq!(svg.matches("fill=\"#0a0\"").count(), 3, "{svg}");
    for text in [">People<", ">Peak<", ">10<", ">4<", ">May 0<", ">May 1<"] {
        assert!(svg.contains(text), "{text} in {svg}");
    }
    assert!((chart.place(0.0) - 0.25).abs() < 1e-9);
}

#[test]
fn where_labels_would_meet_some_are_left_out() {
    let svg = drawn(&Chart::Bars(bars(40, "12 January ")), "Compared");
    let labels = svg.matches(">12 January ").count();
    assert!((2..=5).contains(&labels), "{labels}");
    // bars too narrow for a number have none
    assert!(!svg.contains(">4</text>"));
}

proptest! {
    #[test]
    fn ticks_are_few_rising_and_around_the_most(most in 0.0_f64..2e6, labels in 1_usize..12) {
        let ticks = count_ticks(most, labels);
        prop_assert!(ticks.len() <= labels + 1);
        prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(*ticks.last().unwrap() >= most);
    }

    #[test]
    fn times_stay_inside_and_are_few(
        from in -1_000_000_000_i64..1_000_000_000,
        length in 0_i64..400_000_000_000,
        offset in -50_000_000_i64..50_000_000,
        labels in 1_usize..12,
    ) {
        let ticks = clock_ticks(from, from + length, offset, labels);
        prop_assert!(ticks.len() <= labels + 1, "{} of {labels}", ticks.len());
        prop_assert!(ticks.iter().all(|at| (from..=from + length).contains(at)));
    }

    #[test]
    fn whatever_is_drawn_stays_in_the_picture(
        steps in proptest::collection::vec((-50.0_f64..150.0, -5.0_f64..15.0), 0..40)
    ) {
        let svg = drawn(&curve(steps), "Audience");
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
        for path in svg.split(" d=\"").skip(1) {
            let d = path.split('"').next().unwrap();
            for number in d.split(|it: char| it.is_ascii_alphabetic() || it == ' ').filter(|it| !it.is_empty()) {
                let number: f64 = number.parse().unwrap();
                prop_assert!((0.0..=SIZE.width).contains(&number), "{number} in {d}");
            }
        }
    }
}
