//! Which files are best merged: those that nearly the same chunks need.

/// A file: how long it is, and for each chunk whether it needs the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Weighed {
    pub(super) bytes: u64,
    pub(super) users: Vec<bool>,
}

impl Weighed {
    /// The bytes that the chunks would load in vain, were the two files one.
    fn waste(&self, other: &Self) -> u64 {
        let pairs = self.users.iter().zip(&other.users);
        pairs.fold(0, |waste, (mine, theirs)| match (mine, theirs) {
            (true, false) => waste + other.bytes,
            (false, true) => waste + self.bytes,
            _ => waste,
        })
    }

    fn join(&mut self, other: &Self) {
        self.bytes += other.bytes;
        for (mine, theirs) in self.users.iter_mut().zip(&other.users) {
            *mine |= *theirs;
        }
    }
}

/// Groups of at least two places in `files`: always the two that waste least become one, until at
/// most `at_most` are left.
pub(super) fn groups(files: Vec<Weighed>, at_most: usize) -> Vec<Vec<usize>> {
    let mut left: Vec<(Weighed, Vec<usize>)> = files
        .into_iter()
        .enumerate()
        .map(|(place, file)| (file, vec![place]))
        .collect();
    while left.len() > at_most.max(1) {
        let pairs = (0..left.len()).flat_map(|a| (a + 1..left.len()).map(move |b| (a, b)));
        let cheapest = pairs.min_by_key(|(a, b)| left[*a].0.waste(&left[*b].0));
        let Some((a, b)) = cheapest else { break };
        let (file, places) = left.remove(b);
        left[a].0.join(&file);
        left[a].1.extend(places);
    }
    let places = left.into_iter().map(|(_, places)| places);
    places.filter(|places| places.len() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: u64, users: [u8; 3]) -> Weighed {
        Weighed {
            bytes,
            users: users.map(|it| it == 1).to_vec(),
        }
    }

    #[test]
    fn what_the_same_chunks_need_is_merged_first() {
        let files = [
            file(900, [1, 1, 0]),
            file(10, [0, 1, 1]),
            file(500, [1, 1, 0]),
            file(20, [1, 1, 1]),
        ];
        let none: [Vec<usize>; 0] = [];
        assert_eq!(groups(files.to_vec(), 4), none);
        assert_eq!(groups(files.to_vec(), 3), [[0, 2]]);
        // 20 bytes for nobody in vain, 10 for the first chunk: less than 1,400 for the third
        assert_eq!(groups(files.to_vec(), 2), [vec![0, 2], vec![1, 3]]);
        assert_eq!(groups(files.to_vec(), 0), [[0, 2, 1, 3]]);
    }
}
