package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What shell text declares; the lines are those of the script. */
final class ScriptDeltasTest {

    @Test
    void everySedOnTheSourceIsAnEdit() {
        assertThat(Recipes.ofScript("""
                        sed -i 's/a/b/' configure.ac
                        sed -ri -e 's/a/b/' \\
                          -e 's/c/d/' src/Makefile.in ./doc/x
                        sed 's/a/b/' in > out
                        if true; then sed --in-place=.bak s,a,b, configure.ac; fi
                        """))
                .containsExactly(
                        "inline-edit:configure.ac at 1",
                        "inline-edit:src/Makefile.in at 2",
                        "inline-edit:configure.ac#2 at 5");
    }

    @Test
    void anEditOfTheOutputIsNone() {
        assertThat(Recipes.ofScript("""
                        sed -i s/a/b/ "${{targets.destdir}}"/etc/x.conf
                        d=${{targets.subpkgdir}}/usr
                        sed -i s/a/b/ "$d/x" /etc/fstab
                        (cd ${{targets.destdir}} && sed -i s/a/b/ x.conf)
                        sed -i s/a/b/ y.conf
                        tmp=$(mktemp -d)
                        sed -i s/a/b/ $tmp/x
                        """)).containsExactly("inline-edit:y.conf at 5");
    }

    @Test
    void sedIsFoundBehindFindAndXargs() {
        assertThat(Recipes.ofScript("""
                        find . -name '*.gemspec' -exec sed -e 's/~>/>=/' -i {} \\;
                        find src -name '*.h' | xargs grep -l A | xargs sed -i s/A/B/
                        find ${{targets.destdir}} -name '*.pc' -exec sed -i s/a/b/ {} +
                        sh -c 'sed -i s/a/b/ inner.txt'
                        """))
                .containsExactly(
                        "inline-edit:*.gemspec at 1", "inline-edit:src/*.h at 2", "inline-edit:inner.txt at 4");
    }

    @Test
    void theVersionIsNotPartOfAnId() {
        assertThat(Recipes.ofScript("sed -i s/a/b/ pkg-${{package.version}}/setup.py\n"))
                .containsExactly("inline-edit:pkg-${{package.version}}/setup.py at 1");
    }

    @Test
    void thePackagesFilesOverTheSourceAreOverlays() {
        MemoryFiles files = new MemoryFiles()
                .with("pkg/local.mk", "x")
                .with("pkg/init.sh", "x")
                .with("pkg/conf/a", "x");
        assertThat(Recipes.ofScript(files, """
                        cp local.mk src/Makefile
                        cd sub
                        install -Dm644 ../conf/a etc/a
                        install -Dm755 ../init.sh ${{targets.destdir}}/etc/init.d/x
                        cp upstream.txt other.txt
                        """)).containsExactly("overlay:local.mk at 1", "overlay:conf/a at 3");
    }

    @Test
    void patchesAndPicksInShell() {
        assertThat(Recipes.ofScript("""
                        patch -p1 -R < revert.patch
                        for p in $(cat series); do
                          patch -Np1 -i debian/"$p"
                        done
                        git -c user.name=x am ../0001-x.patch
                        git revert --no-edit 0123456789abcdef0123456789abcdef01234567
                        git log
                        """))
                .containsExactly(
                        "shell-patch:revert.patch at 1",
                        "shell-patch:$(cat series) at 3",
                        "shell-patch:0001-x.patch at 5",
                        "shell-patch:0123456789ab at 6");
    }

    /** All overrides at once name no package that could be told. */
    @Test
    void aSettingThatNamesNoPackageIsNoPin() {
        assertThat(Recipes.ofScript("""
                        npm pkg set pnpm.overrides='{"ip-address":"10.1.1"}' overrides.=1 pnpm.x=1.2.3
                        """)).isEmpty();
    }

    @Test
    void pinsInShell() {
        assertThat(Recipes.ofScript("""
                        go get golang.org/x/text@v0.39.0
                        go mod edit -replace go.etcd.io/a=github.com/k3s-io/a@v2.3.0-k3s1
                        go mod tidy
                        cargo update -p rand@0.8.5 --precise 0.8.6
                        cargo update --verbose time
                        npm install -g pkg@1.2.3 @babel/core@7.29.6 -prefix /x
                        npm pkg set overrides.minimatch="^3.1.3"
                        python3.13 -m pip install 'setuptools<82' wheel
                        uv pip install --no-deps "pyjwt==2.13.0"
                        gem install net-imap -v 0.5.7
                        """))
                .containsExactly(
                        "shell-pin:golang.org/x/text at 1",
                        "shell-pin:go.etcd.io/a at 2",
                        "shell-pin:rand@0.8.5 at 4",
                        "shell-pin:@babel/core at 6",
                        "shell-pin:minimatch at 7",
                        "shell-pin:setuptools at 8",
                        "shell-pin:pyjwt at 9",
                        "shell-pin:net-imap at 10");
    }

    @Test
    void removalsOfUpstreamsFiles() {
        assertThat(Recipes.ofScript("""
                        rm -rf vendor Modules/expat
                        rm -rf build dist *.egg-info /tmp/x "${{targets.destdir}}"/usr/bin/x
                        echo x > made.txt
                        rm made.txt
                        find third_party -name '*.jar' -delete
                        cd ${{targets.destdir}}
                        rm -f usr/lib/x.a
                        """)).containsExactly("removal:vendor at 1", "removal:third_party/*.jar at 5");
    }

    @Test
    void testsSwitchedOff() {
        assertThat(Recipes.ofScript("""
                        mvn -B package -DskipTests
                        ./gradlew build -x test
                        cmake -B build -DBUILD_TESTING=OFF
                        """)).containsExactly("test-skip:-DskipTests at 1", "test-skip:-x test at 2");
    }

    @Test
    void flagsForCompilers() {
        assertThat(Recipes.ofScript("""
                        export CFLAGS="$CFLAGS -Wno-error"
                        ./configure CFLAGS="$CFLAGS" LDFLAGS=-lm
                        make CXXFLAGS="$CXXFLAGS -O2"
                        unset CPPFLAGS
                        CGO_ENABLED=0 go build
                        """))
                .containsExactly(
                        "build-flag:CFLAGS at 1",
                        "build-flag:LDFLAGS at 2",
                        "build-flag:CXXFLAGS at 3",
                        "build-flag:CPPFLAGS at 4");
    }

    @Test
    void aCommentTellsThePurpose() {
        List<Delta> deltas = Recipes.deltas(new MemoryFiles(), """
                  - runs: |
                      # GHSA-5j98-mcp5-4vw2
                      npm install glob@11.1.0
                      npm install axios@1.0.0
                """);
        assertThat(deltas.stream().map(delta -> delta.facts().purpose()))
                .containsExactly(Purpose.SECURITY, Purpose.DEPENDENCY);
    }
}
