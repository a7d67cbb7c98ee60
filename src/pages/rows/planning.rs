//! The planning from the actions and milestones of the data.

use super::block::InfographicBlock;
use super::shared::{moved, named, opgaven, plain_head, plan_words, spoor_dye, sporen};
use super::sureness;
use crate::decode::{At, Moment};
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::planning::{Action, Lane, Milestone, Planning, Task};
use crate::infographic::words::Named;
use crate::model::kinds::{Actie, Mijlpaal};
use crate::model::{Colour, Status};
use crate::pages::writing::{Writer, lower_first};
use crate::pages::writing::{in_year, period};
use std::collections::HashMap;

/// What of the planning is to be shown.
#[derive(Default)]
struct Asked<'a> {
    spoor: Option<&'a str>,
    from: Option<Moment>,
    to: Option<Moment>,
    today: Option<Moment>,
    title: Option<String>,
    reading: Option<String>,
}

/// The planning that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let moment = |at: &Option<At<Moment>>| at.as_ref().map(|m| m.value);
    let asked = Asked {
        spoor: block.only(),
        from: moment(&block.van),
        to: moment(&block.tot),
        today: moment(&block.vandaag),
        title: block.titel.clone(),
        reading: block.onderschrift.clone(),
    };
    planning(writer, &asked)
}

/// The planning of one main line.
pub fn planning_of(writer: &mut Writer<'_>, spoor: &str) -> Option<Infographic> {
    let say = writer.phrases().planning();
    let title = Some(say.title_of_line().to_owned());
    planning(writer, &Asked { spoor: Some(spoor), title, ..Asked::default() })
}

fn planning(writer: &mut Writer<'_>, asked: &Asked<'_>) -> Option<Infographic> {
    let say = writer.phrases().planning();
    let model = writer.model();
    let mut sources = Vec::new();
    let plan = plan_words(writer);
    let mut lanes = Vec::new();
    let mut ids: Vec<Vec<Vec<&str>>> = Vec::new();
    if let Some(general) = general(writer, asked) {
        ids.push(Vec::new());
        lanes.push(general);
    }
    for spoor in sporen(writer, asked.spoor) {
        let mut tasks = Vec::new();
        let mut of_lane = Vec::new();
        for opgave in opgaven(writer, spoor) {
            let mut planned: Vec<&Actie> = model.naming(&model.acties, &opgave.id).collect();
            planned.retain(|a| a.opgave.id == opgave.id.value && within(a, asked));
            planned.sort_by_key(|a| {
                (a.tot.is_none() && a.van.is_none(), a.van.as_ref().or(a.tot.as_ref()).map(|m| m.value))
            });
            sources.extend(planned.iter().flat_map(|a| a.bron.iter().cloned()));
            let moments = model.naming(&model.mijlpalen, &opgave.id);
            let moments = moments.filter(|m| first_task(writer, m) == Some(opgave.id.value.as_str()));
            let moments: Vec<&Mijlpaal> = moments.collect();
            let milestones = moments.into_iter().map(|m| milestone(writer, m)).collect();
            of_lane.push(planned.iter().map(|a| a.id.value.as_str()).collect());
            let mut actions = Vec::new();
            for action in planned {
                actions.push(Action {
                    name: Named { name: writer.plain(&action.naam), href: named(writer, &action.id.value).href },
                    from: action.van.as_ref().map(|m| first_quarter(m)),
                    to: action.tot.as_ref().map(|m| last_quarter(m)),
                    whole_year: in_year(action).is_some()
                        || action.tot.as_ref().or(action.van.as_ref()).is_some_and(|m| is_year(m)),
                    when: period(writer.phrases(), action),
                    first: moved(writer, &action.id.value),
                    who: action.wie.iter().map(|w| named(writer, &w.id)).collect(),
                    after: Vec::new(),
                    done: action.gerealiseerd.is_some(),
                });
            }
            tasks.push(Task {
                tag: opgave.nummer.to_string(),
                name: named(writer, &opgave.id.value),
                actions,
                milestones,
            });
        }
        ids.push(of_lane);
        lanes.push(Lane {
            tag: format!("{} {}", plan.line, spoor.nummer),
            name: named(writer, &spoor.id.value),
            colour: spoor_dye(spoor),
            tasks,
        });
    }
    let mut found: HashMap<&str, (usize, usize, usize)> = HashMap::new();
    for (l, lane) in ids.iter().enumerate() {
        for (t, task) in lane.iter().enumerate() {
            found.extend(task.iter().enumerate().map(|(a, id)| (*id, (l, t, a))));
        }
    }
    let find = |id: &str| found.get(id).copied();
    let drawn: Vec<&Actie> = found.keys().filter_map(|id| model.acties.get(id)).collect();
    for action in &drawn {
        if let Some((l, t, a)) = find(&action.id.value) {
            lanes[l].tasks[t].actions[a].after = action.na.iter().filter_map(|n| find(&n.id)).collect();
        }
    }
    let actions = lanes.iter().flat_map(|l| &l.tasks).flat_map(|t| &t.actions);
    let milestones = lanes.iter().flat_map(|l| &l.tasks).flat_map(|t| &t.milestones);
    // A milestone at the end of a quarter belongs to that quarter; what is told as a year takes the whole of it.
    let moments = milestones.flat_map(|m| [Some((m.at - 1).div_euclid(100)), m.first_of_year()]);
    let ends = actions.flat_map(|a| [a.from.or_else(|| a.end().filter(|_| a.whole_year).map(|end| end - 3)), a.to]);
    let quarters: Vec<i32> = ends.chain(moments).flatten().collect();
    let first = asked.from.as_ref().map(first_quarter).or_else(|| quarters.iter().min().copied())?;
    let last = asked.to.as_ref().map(last_quarter).or_else(|| quarters.iter().max().copied())?;
    let last = last.max(first);
    for task in lanes.iter_mut().flat_map(|l| &mut l.tasks) {
        task.milestones.retain(|m| m.at > first * 100 && m.at <= (last + 1) * 100);
    }
    let planning = Planning {
        head: Head {
            id: writer.unique_id("planning"),
            title: asked.title.clone().unwrap_or_else(|| say.title().to_owned()),
            reading: asked.reading.clone().unwrap_or_else(|| say.reading(&lower_first(&plan.line))),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        lanes,
        words: plan,
        span: (first, last),
        // Without a day of its own: the day as of which the content holds, when that falls in what is shown.
        today: asked
            .today
            .or_else(|| writer.site().portal.day().map(Moment::Day))
            .map(|m| (end_of(&m), writer.phrases().moment(&m)))
            .filter(|(at, _)| asked.today.is_some() || (first * 100..=(last + 1) * 100).contains(at)),
    };
    let of_actions = drawn.iter().map(|a| a.status.as_ref());
    let sure = sureness::of(writer.phrases(), of_actions.map(|status| status.map(|s| s.value)));
    Some(planning.draw().with_caveat(sure))
}

fn milestone(writer: &mut Writer<'_>, m: &Mijlpaal) -> Milestone {
    Milestone {
        name: named(writer, &m.id.value),
        at: end_of(&m.wanneer),
        whole_year: is_year(&m.wanneer),
        when: writer.phrases().planned(&m.wanneer),
        first: moved(writer, &m.id.value),
        sure: m.status.as_ref().is_some_and(|s| matches!(s.value, Status::Besloten | Status::Feit)),
    }
}

/// The milestones that belong to no task, in a lane of their own, a row each. With one main line asked for, those that name it.
fn general(writer: &mut Writer<'_>, asked: &Asked<'_>) -> Option<Lane> {
    let say = writer.phrases().planning();
    let model = writer.model();
    let all: Vec<&Mijlpaal> = match asked.spoor {
        Some(spoor) => {
            model.naming(&model.mijlpalen, spoor).filter(|m| m.raakt.iter().any(|r| r.id == spoor)).collect()
        }
        None => model.mijlpalen.iter().collect(),
    };
    let after = |m: &&Mijlpaal| asked.from.as_ref().is_none_or(|from| end_of(&m.wanneer) > first_quarter(from) * 100);
    let before = |m: &&Mijlpaal| asked.to.as_ref().is_none_or(|to| end_of(&m.wanneer) <= (last_quarter(to) + 1) * 100);
    let all = all.into_iter().filter(|m| first_task(writer, m).is_none());
    let mut loose: Vec<&Mijlpaal> = all.filter(after).filter(before).collect();
    loose.sort_by_key(|m| end_of(&m.wanneer));
    let task = |m: &Mijlpaal| {
        let milestone = milestone(writer, m);
        Task { tag: String::new(), name: milestone.name.clone(), actions: Vec::new(), milestones: vec![milestone] }
    };
    let tasks: Vec<Task> = loose.into_iter().map(task).collect();
    (!tasks.is_empty()).then(|| Lane {
        tag: String::new(),
        name: Named { name: say.for_all().to_owned(), href: String::new() },
        colour: Colour::InktZacht.word().to_owned(),
        tasks,
    })
}

/// Whether an action falls in the time that the block asks for; what has no date always does.
fn within(action: &Actie, asked: &Asked<'_>) -> bool {
    let (from, to) = (action.van.as_ref().or(action.tot.as_ref()), action.tot.as_ref().or(action.van.as_ref()));
    let early = asked.from.as_ref().zip(to).is_some_and(|(limit, to)| last_quarter(to) < first_quarter(limit));
    let late = asked.to.as_ref().zip(from).is_some_and(|(limit, from)| first_quarter(from) > last_quarter(limit));
    !early && !late
}

/// The task that a milestone belongs to: the first that it names.
fn first_task<'a>(writer: &Writer<'a>, milestone: &'a Mijlpaal) -> Option<&'a str> {
    milestone.raakt.iter().map(|r| r.id.as_str()).find(|id| writer.model().opgaven.get(id).is_some())
}

fn first_quarter(moment: &Moment) -> i32 {
    let day = moment.first_day();
    i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3
}

fn is_year(moment: &Moment) -> bool {
    matches!(moment, Moment::Year(_))
}

fn last_quarter(moment: &Moment) -> i32 {
    let day = moment.last_day();
    i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3
}

/// Where a moment ends, in hundredths of a quarter.
fn end_of(moment: &Moment) -> i32 {
    let day = moment.last_day();
    match moment {
        Moment::Day(_) => {
            // The end of the day: the first of a quarter is in it, and not the end of the one before.
            let into = (i32::from(day.month()) - 1) % 3 * 30 + i32::from(day.day());
            last_quarter(moment) * 100 + into * 100 / 92
        }
        _ => (last_quarter(moment) + 1) * 100,
    }
}
