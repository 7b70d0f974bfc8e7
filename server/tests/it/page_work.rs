//! What a page costs: statements, counted. More of the same is not more of them.

use crate::browser::Browser;
use crate::story::{ASKED, Conditions, Story, submission, submit};
use crate::support::{both, identity};
use server::work::counted;

both!(the_list_of_requests_takes_as_many_statements_for_many_as_for_one, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    browser.get("/requests").await;
    let (_, one) = counted(browser.get("/requests")).await;
    for number in 0..6 {
        let asked = submission(&story.portal, &format!("MORE-{number}"), identity(0), &ASKED);
        submit(&story.portal, &story.client, asked).await;
    }
    let (page, many) = counted(browser.get("/requests")).await;
    assert_eq!(page.text.matches("<h3>").count(), 7);
    assert_eq!(many.statements, one.statements);
    assert_eq!((many.reads, many.writes, many.commits), (one.reads, 0, 0));
    assert!(many.statements.len() <= 14, "{:#?}", many.statements);
});
