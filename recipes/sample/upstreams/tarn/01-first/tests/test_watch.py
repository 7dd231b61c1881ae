from tarn import paths, watch


def test_flood(tmp_path, monkeypatch):
    conf = tmp_path / "tarn.conf"
    conf.write_text("1.0 2.0\n")
    monkeypatch.setattr(paths, "CONFIGURATION", conf)
    assert watch.alarm(2.5) == "flood"


def test_network_gauge():
    import socket

    socket.create_connection(("gauge.example.org", 80), timeout=2)
