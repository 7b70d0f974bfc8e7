//! How hard the words of the pages are, by a Python library that its field uses, in a folder of its own.

use std::fs;

use anyhow::{Result, bail};

use crate::place::Place;
use crate::run;

/// Measures every sample's English text; fails where a page is harder than it may be.
pub fn measure(place: &Place) -> Result<()> {
    let home = place.target.join("words");
    let wanted = place.root.join("xtask/words/requirements.txt");
    let kept = home.join("requirements.txt");
    if fs::read(&kept).ok() != Some(fs::read(&wanted)?) {
        if !run::command("python3", place)
            .args(["-m", "venv", "--clear"])
            .arg(&home)
            .status()?
            .success()
        {
            bail!(
                "python3 cannot make a venv; type: sudo apt-get install --no-install-recommends python3-venv"
            );
        }
        let mut install = run::command(home.join("bin/pip"), place);
        install.args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
        ]);
        run::shown(install.arg(&wanted))?;
        fs::copy(&wanted, &kept)?;
    }
    run::shown(run::command(home.join("bin/python"), place).arg("xtask/words/grades.py"))
}
