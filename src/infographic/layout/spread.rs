//! Positions on a line that keep their order and their distance and stay as near as possible to where they want to be.

/// A position to find.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// Where it would like to be.
    pub at: f64,
    /// How much it matters.
    pub weight: f64,
    /// Least distance to the one before it; of no meaning for the first.
    pub gap: f64,
}

/// The positions nearest to the wishes (least squares), between `low` and `high`; when there is no room the last ones run over
/// `high`, never over each other.
pub fn spread(wishes: &[Wish], low: f64, high: f64) -> Vec<f64> {
    // Without the gaps the task is isotonic regression, which pooling neighbours solves exactly.
    let mut offset = 0.0;
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(wishes.len());
    for (i, wish) in wishes.iter().enumerate() {
        offset += if i == 0 { 0.0 } else { wish.gap };
        let mut block = (wish.at - offset, wish.weight.max(1e-6), 1);
        while let Some(&(mean, weight, count)) = blocks.last() {
            if mean <= block.0 {
                break;
            }
            blocks.pop();
            let total = weight + block.1;
            block = ((mean * weight + block.0 * block.1) / total, total, count + block.2);
        }
        blocks.push(block);
    }
    let (mut positions, mut place) = (Vec::with_capacity(wishes.len()), 0.0);
    let ceiling = (high - offset).max(low);
    for (mean, _, count) in blocks {
        for _ in 0..count {
            let i = positions.len();
            place += if i == 0 { 0.0 } else { wishes[i].gap };
            positions.push(mean.clamp(low, ceiling) + place);
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(at: &[f64]) -> Vec<Wish> {
        at.iter().map(|at| Wish { at: *at, weight: 1.0, gap: 10.0 }).collect()
    }

    #[test]
    fn wishes_that_fit_are_granted() {
        assert_eq!(spread(&wishes(&[5.0, 20.0, 40.0]), 0.0, 100.0), [5.0, 20.0, 40.0]);
    }

    #[test]
    fn crowded_wishes_are_spread_around_their_middle() {
        assert_eq!(spread(&wishes(&[50.0, 50.0, 50.0]), 0.0, 100.0), [40.0, 50.0, 60.0]);
    }

    #[test]
    fn bounds_hold_when_there_is_room() {
        assert_eq!(spread(&wishes(&[-30.0, 0.0, 300.0]), 0.0, 100.0), [0.0, 10.0, 100.0]);
    }

    #[test]
    fn without_room_the_order_and_the_gaps_remain() {
        assert_eq!(spread(&wishes(&[3.0, 2.0, 1.0]), 0.0, 15.0), [0.0, 10.0, 20.0]);
    }
}
