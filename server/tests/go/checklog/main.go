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

// file reads a file of a mirror.
func file(q question, path string) ([]byte, error) {
	if path != q.Path {
		return os.ReadFile(filepath.Join(q.Dir, path))
	}
	if q.Gone {
		return nil, errors.New("gone")
	}
	return q.Bytes, nil
}

// tilesOf lists the tiles of a tree: the full ones of each level and the partial one after them.
func tilesOf(size int64) []tlog.Tile {
	all := []tlog.Tile{}
	for level := 0; size>>(8*level) > 0; level++ {
		width := size >> (8 * level)
		for n := int64(0); n < width/256; n++ {
			all = append(all, tlog.Tile{H: 8, L: level, N: n, W: 256})
		}
		if width%256 > 0 {
			all = append(all, tlog.Tile{H: 8, L: level, N: width / 256, W: int(width % 256)})
		}
	}
	return all
}

// mirror builds the tree again from the leaf hashes, and compares its root with the signed one and every tile with what
// the tree says. Not through tlog.TileHashReader: that one takes some tiles as they are, where the tree's last hashes
// share a tile (its loop over the tiles to authenticate begins at the number of hashes, not of tiles).
func mirror(q question) error {
	text, err := file(q, "checkpoint")
	if err != nil {
		return err
	}
	tree, err := checkpoint(text, q.Vkey)
	if err != nil {
		return err
	}
	stored := []tlog.Hash{}
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := []tlog.Hash{}
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	given := [][]byte{}
	all := tilesOf(tree.N)
	for _, tile := range all {
		bytes, err := file(q, "tile/"+strings.TrimPrefix(tile.Path(), "tile/8/"))
		if err != nil {
			return err
		}
		if len(bytes) != tile.W*tlog.HashSize {
			return errors.New("a tile of another length")
		}
		given = append(given, bytes)
		for n := 0; tile.L == 0 && n < tile.W; n++ {
			leaf, err := hash(bytes[n*tlog.HashSize : (n+1)*tlog.HashSize])
			if err != nil {
				return err
			}
			more, err := tlog.StoredHashesForRecordHash(tile.N*256+int64(n), leaf, reader)
			if err != nil {
				return err
			}
			stored = append(stored, more...)
		}
	}
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return errors.New("the leaves have another root")
	}
	for i, tile := range all {
		data, err := tlog.ReadTileData(tile, reader)
		if err != nil {
			return err
		}
		if string(data) != string(given[i]) {
			return errors.New("a tile that the tree does not have")
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
