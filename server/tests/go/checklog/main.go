// checklog judges checkpoints, proofs and mirrors of a transparency log with the Go project's own packages, so that what
// Sayso publishes is checked by somebody else's code. One case per line of standard input, as JSON; one answer per line
// of standard output: "ok", or "no: " and why. Build it with GO111MODULE=off.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A question. Bytes are base64, as encoding/json reads them.
type question struct {
	Kind    string
	Vkey    string
	Note    []byte
	Size    int64
	Root    []byte
	Old     int64
	OldRoot []byte
	Index   int64
	Leaf    []byte
	Proof   [][]byte
	// A folder in the layout of c2sp.org/tlog-tiles, and one file of it that is to be taken as if it had these bytes.
	Dir   string
	Path  string
	Bytes []byte
	Gone  bool
}

func hash(bytes []byte) (tlog.Hash, error) {
	var h tlog.Hash
	if len(bytes) != len(h) {
		return h, errors.New("a hash has 32 bytes")
	}
	copy(h[:], bytes)
	return h, nil
}

func hashes(all [][]byte) ([]tlog.Hash, error) {
	found := []tlog.Hash{}
	for _, bytes := range all {
		h, err := hash(bytes)
		if err != nil {
			return nil, err
		}
		found = append(found, h)
	}
	return found, nil
}

// checkpoint opens a signed checkpoint with the log's key.
func checkpoint(text []byte, vkey string) (tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, errors.New("no checkpoint of this log")
	}
	tree.N, err = strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(tree.N, 10) != lines[1] || tree.N < 0 {
		return tree, errors.New("no size")
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// tiles reads tiles from a folder.
type tiles struct{ of question }

func (tiles) Height() int { return 8 }

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := [][]byte{}
	for _, tile := range wanted {
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		bytes := t.of.Bytes
		if path != t.of.Path {
			var err error
			if bytes, err = os.ReadFile(filepath.Join(t.of.Dir, path)); err != nil {
				return nil, err
			}
		} else if t.of.Gone {
			return nil, errors.New("gone")
		}
		read = append(read, bytes)
	}
	return read, nil
}

// mirror reads every leaf hash through the tiles, which are compared with the signed root on the way.
func mirror(q question) error {
	text, err := os.ReadFile(filepath.Join(q.Dir, "checkpoint"))
	if err != nil {
		return err
	}
	if q.Path == "checkpoint" {
		text = q.Bytes
	}
	tree, err := checkpoint(text, q.Vkey)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, tiles{q})
	indexes := []int64{}
	for n := int64(0); n < tree.N; n++ {
		indexes = append(indexes, tlog.StoredHashIndex(0, n))
		if len(indexes) == 256 || n+1 == tree.N {
			if _, err := reader.ReadHashes(indexes); err != nil {
				return err
			}
			indexes = indexes[:0]
		}
	}
	return nil
}

func judge(line []byte) (err error) {
	defer func() {
		if why := recover(); why != nil {
			err = fmt.Errorf("panic: %v", why)
		}
	}()
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return err
	}
	switch q.Kind {
	case "checkpoint":
		tree, err := checkpoint(q.Note, q.Vkey)
		if err == nil && q.Root != nil && (tree.N != q.Size || string(tree.Hash[:]) != string(q.Root)) {
			return errors.New("another tree")
		}
		return err
	case "mirror":
		return mirror(q)
	}
	root, err := hash(q.Root)
	if err != nil {
		return err
	}
	proof, err := hashes(q.Proof)
	if err != nil {
		return err
	}
	switch q.Kind {
	case "record":
		leaf, err := hash(q.Leaf)
		if err != nil {
			return err
		}
		return tlog.CheckRecord(proof, q.Size, root, q.Index, leaf)
	case "tree":
		old, err := hash(q.OldRoot)
		if err != nil {
			return err
		}
		return tlog.CheckTree(proof, q.Size, root, q.Old, old)
	}
	return errors.New("no such question")
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	answers := bufio.NewWriter(os.Stdout)
	defer answers.Flush()
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if why := judge(line); why != nil {
				fmt.Fprintln(answers, "no:", strings.ReplaceAll(why.Error(), "\n", " "))
			} else {
				fmt.Fprintln(answers, "ok")
			}
			answers.Flush()
		}
		if err != nil {
			return
		}
	}
}
