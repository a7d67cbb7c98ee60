//! How often lines cross, compared with Graphviz `dot` on the same graphs.
//!
//! Both programs get the same boxes (of the same sizes) in the same lanes, in the same order of lanes, and are free in the order
//! within a lane. Counted is what a reader sees: how often two drawn lines cross. Ours are the corner points of the routes; those
//! of `dot` are its splines, drawn as short straight pieces. Lines that meet at a box both end on do not cross there.
use rayon::prelude::*;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use verbeeld::infographic::geometry::Point;
use verbeeld::infographic::layout::{Edge, Frame, Node, crossings, lay_out};

const GRAPHS: u64 = 200;
/// A piece of spline is drawn in so many straight pieces.
const STEPS: u32 = 12;

struct Graph {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    lanes: usize,
}

/// Random graphs such as the program draws as boxes and lines (more becomes a cloth): 8 to 28 boxes in 2 to 5 lanes, up to 42
/// lines, a few boxes with many of them.
fn graph(seed: u64) -> Graph {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = move |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % bound
    };
    let lanes = 2 + below(4);
    let count = 8 + below(21);
    let nodes: Vec<Node> = (0..count)
        .map(|_| Node { lane: below(lanes), width: 104.0 + 6.0 * below(8) as f64, height: 42.0, emphasis: false })
        .collect();
    let mut edges: Vec<Edge> = Vec::new();
    for _ in 0..(count + below(count / 2)).min(42) {
        let from = below(count);
        let to = if below(10) < 3 { below(count.min(3)) } else { below(count) };
        let known = edges.iter().any(|e| (e.from, e.to) == (from, to) || (e.to, e.from) == (from, to));
        if from != to && !known {
            edges.push(Edge { from, to });
        }
    }
    Graph { nodes, edges, lanes }
}

fn ours(graph: &Graph) -> usize {
    let frame = Frame { width: 1056.0, left: 140.0, right_margin: 16.0, lane_heights: vec![60.0; graph.lanes] };
    let layout = lay_out(&graph.nodes, &graph.edges, &frame);
    assert_eq!(layout.tangles, 0, "no two lines share a track");
    crossings(&layout.paths).len()
}

/// The graph in the language of `dot`: a rank per lane, held in order by an invisible chain.
fn as_dot(graph: &Graph) -> String {
    let mut text = String::from("graph { node [shape=box fixedsize=true label=\"\"];\n");
    for lane in 0..graph.lanes {
        let _ = write!(text, "{{ rank=same; lane{lane} [style=invis width=0.1];");
        for (n, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.lane == lane) {
            let _ = write!(text, " n{n} [width={} height={}];", node.width / 72.0, node.height / 72.0);
        }
        text.push_str(" }\n");
    }
    for lane in 1..graph.lanes {
        let _ = writeln!(text, "lane{} -- lane{lane} [style=invis];", lane - 1);
    }
    for edge in &graph.edges {
        // In dot the first end stands above: an edge up would turn its lanes around.
        let (a, b) = if graph.nodes[edge.from].lane <= graph.nodes[edge.to].lane {
            (edge.from, edge.to)
        } else {
            (edge.to, edge.from)
        };
        let _ = writeln!(text, "n{a} -- n{b};");
    }
    text.push_str("}\n");
    text
}

/// The lines of all graphs as `dot` draws them; `None` when it is not here.
fn drawn_by_dot(graphs: &[Graph]) -> Option<Vec<Vec<Vec<Point>>>> {
    let mut dot = Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let mut input = dot.stdin.take()?;
    let text: String = graphs.iter().map(as_dot).collect();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let said = dot.wait_with_output().ok()?;
    writer.join().unwrap().unwrap();
    assert!(said.status.success());
    let mut drawn = Vec::new();
    for line in String::from_utf8(said.stdout).unwrap().lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[0] {
            "graph" => drawn.push(Vec::new()),
            "edge" if words[1].starts_with('n') => {
                let count: usize = words[3].parse().unwrap();
                let numbers: Vec<f64> = words[4..4 + 2 * count].iter().map(|n| n.parse().unwrap()).collect();
                let points: Vec<Point> = numbers.chunks(2).map(|p| Point::new(p[0] * 72.0, p[1] * 72.0)).collect();
                drawn.last_mut().unwrap().push(flattened(&points));
            }
            _ => {}
        }
    }
    Some(drawn)
}

fn flattened(points: &[Point]) -> Vec<Point> {
    let mut line = vec![points[0]];
    for piece in points.windows(4).step_by(3) {
        for step in 1..=STEPS {
            let t = f64::from(step) / f64::from(STEPS);
            let weights = [(1.0 - t).powi(3), 3.0 * t * (1.0 - t).powi(2), 3.0 * t * t * (1.0 - t), t.powi(3)];
            let (x, y) = piece.iter().zip(weights).fold((0.0, 0.0), |(x, y), (p, w)| (x + p.x * w, y + p.y * w));
            line.push(Point::new(x, y));
        }
    }
    line
}

/// Splines towards one box may touch where they arrive: that is no crossing.
fn crossed_by_dot(lines: &[Vec<Point>]) -> usize {
    let ends = |line: &Vec<Point>| [line[0], line[line.len() - 1]];
    let at_an_end = |at: Point, line: &Vec<Point>| ends(line).iter().any(|end| end.distance(at) < 3.0);
    crossings(lines).iter().filter(|c| !at_an_end(c.at, &lines[c.first]) && !at_an_end(c.at, &lines[c.second])).count()
}

fn median(counts: &[usize]) -> f64 {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    (sorted[middle] + sorted[(sorted.len() - 1) / 2]) as f64 / 2.0
}

#[test]
fn no_more_lines_cross_than_dot_lets_cross() {
    let graphs: Vec<Graph> = (1..=GRAPHS).map(graph).collect();
    let Some(drawn) = drawn_by_dot(&graphs) else {
        println!("SKIPPED: crossings compared with dot: Graphviz is not here");
        return;
    };
    assert_eq!(drawn.len(), graphs.len(), "a drawing each");
    for (lines, graph) in drawn.iter().zip(&graphs) {
        assert_eq!(lines.len(), graph.edges.len(), "a line each");
    }
    let ours: Vec<usize> = graphs.par_iter().map(ours).collect();
    let theirs: Vec<usize> = drawn.iter().map(|lines| crossed_by_dot(lines)).collect();
    let fewer = ours.iter().zip(&theirs).filter(|(a, b)| a < b).count();
    let more = ours.iter().zip(&theirs).filter(|(a, b)| a > b).count();
    println!(
        "crossings, median of {GRAPHS}: {} ours, {} dot; in total {} and {}; fewer in {fewer}, more in {more}",
        median(&ours),
        median(&theirs),
        ours.iter().sum::<usize>(),
        theirs.iter().sum::<usize>()
    );
    assert!(median(&ours) <= median(&theirs));
}
