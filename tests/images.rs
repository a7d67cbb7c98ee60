//! Photos beside a page: made in several sizes, without what a camera adds, once per content.
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use std::fs;
use std::path::Path;
use verbeeld::images::{Prepared, Problem, clean, prepare};
use verbeeld::output::{Output, keep_images};
use verbeeld::pipeline::{Built, Memo, Options, build};
use verbeeld::source::{Project, images_folder, kept_images, read};

/// Something like a photo: soft colours with noise.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut noise = 7_u32;
    RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 28) as u8;
        Rgb([(x * 200 / width) as u8 + grain, (y * 200 / height) as u8 + grain, 90 + grain])
    })
}

fn jpeg(image: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    encoder.write_image(image, image.width(), image.height(), image::ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn png(image: DynamicImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// EXIF with one tag: which side is up. 6 is a camera turned a quarter.
fn exif_orientation(value: u16) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend(value.to_be_bytes());
    exif.extend([0; 6]);
    exif
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

fn widths(image: &Prepared) -> Vec<u32> {
    image.sizes.iter().map(|size| size.width).collect()
}

#[test]
fn a_large_photo_is_made_in_sizes_that_are_what_they_say_and_smaller() {
    let original = jpeg(&photo(2400, 1600), None);
    let image = prepare(&original).unwrap();
    assert_eq!((image.width, image.height, widths(&image)), (2400, 1600, vec![480, 960, 1600]));
    assert_eq!(image.extension, "webp");
    for size in &image.sizes {
        let back = decoded(&size.bytes);
        assert_eq!((back.width(), back.height()), (size.width, size.width * 2 / 3));
        assert!(size.bytes.len() < original.len() / 2, "{} of {}", size.bytes.len(), original.len());
    }
    let [r, g, b] = image.colour.unwrap();
    assert!(r.abs_diff(107) < 8 && g.abs_diff(107) < 8 && b.abs_diff(97) < 8, "{r} {g} {b}");
}

#[test]
fn a_small_image_is_never_made_larger() {
    let image = prepare(&jpeg(&photo(300, 200), None)).unwrap();
    assert_eq!(widths(&image), [300]);
    let image = prepare(&jpeg(&photo(600, 400), None)).unwrap();
    assert_eq!(widths(&image), [480, 600]);
}

#[test]
fn a_photo_taken_upright_stands_upright_and_tells_nothing_else() {
    let image = prepare(&jpeg(&photo(640, 480), Some(exif_orientation(6)))).unwrap();
    assert_eq!((image.width, image.height), (480, 640));
    for size in &image.sizes {
        assert!(decoded(&size.bytes).height() > decoded(&size.bytes).width());
        assert!(!size.bytes.windows(4).any(|four| four == b"Exif" || four == b"EXIF"));
    }
}

#[test]
fn a_drawing_keeps_its_edges_and_what_is_see_through() {
    let drawing = RgbaImage::from_fn(400, 300, |x, y| match (x / 40 + y / 40) % 2 {
        0 => Rgba([200, 30, 30, 255]),
        _ => Rgba([0, 0, 0, 0]),
    });
    let image = prepare(&png(drawing.clone().into())).unwrap();
    assert_eq!(image.colour, None);
    let back = decoded(&image.sizes[0].bytes).into_rgba8();
    assert!(drawing.enumerate_pixels().all(|(x, y, p)| back.get_pixel(x, y)[3] == p[3]));
}

#[test]
fn what_is_no_image_is_told() {
    assert_eq!(prepare(b"geen foto").unwrap_err(), Problem::Unreadable);
    let whole = jpeg(&photo(300, 200), None);
    assert_eq!(prepare(&whole[..40]).unwrap_err(), Problem::Unreadable);
}

struct Site(tempfile::TempDir);

impl Site {
    fn new(page: &str) -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.write("site/portal.toml", b"naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\n");
        site.write("site/content/werk/index.md", format!("+++\ntitel = \"Werk\"\n+++\n\n{page}\n").as_bytes());
        site.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n");
        site
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn project(&self) -> Project {
        Project::find(self.0.path()).unwrap()
    }

    fn built(&self, memo: &mut Memo) -> Built {
        build(&read(&self.project()).unwrap(), Options::default(), memo)
    }

    fn output(&self) -> Output {
        let built = self.built(&mut Memo::default());
        assert_eq!(built.problems, vec![]);
        built.output.unwrap()
    }
}

fn paths(output: &Output) -> Vec<&str> {
    output.iter().map(|(path, _)| path).filter(|path| !path.ends_with(".html") && !path.ends_with(".css")).collect()
}

#[test]
fn a_page_shows_the_sizes_and_not_the_original() {
    let site = Site::new("![De haven bij avond](Haven%202024.JPG)");
    site.write("site/content/werk/Haven 2024.JPG", &jpeg(&photo(1200, 800), None));
    let output = site.output();
    let page = String::from_utf8(output.get("werk/index.html").unwrap().to_vec()).unwrap();
    let made: Vec<&str> = paths(&output).into_iter().filter(|path| path.contains("haven-2024")).collect();
    assert_eq!(made.len(), 3, "{made:?}");
    for path in &made {
        assert!(page.contains(&format!("../{path} ")), "{path} stands in srcset");
    }
    assert!(page.contains(" width=\"1200\" height=\"800\""), "{page}");
    assert!(page.contains(" loading=\"lazy\"") && page.contains(" data-kleur=\"#"));
    assert!(!output.iter().any(|(path, _)| path.to_lowercase().ends_with(".jpg")), "{:?}", paths(&output));
}

#[test]
fn an_original_that_a_page_links_to_stays() {
    let site = Site::new("![Haven](haven.jpg) Bekijk [de foto in het groot](haven.jpg).");
    let original = jpeg(&photo(700, 500), None);
    site.write("site/content/werk/haven.jpg", &original);
    assert_eq!(site.output().get("werk/haven.jpg").map(|b| b.to_vec()), Some(original));
}

/// EXIF with which side is up, who took it and where.
fn exif_with_a_place(turn: u16) -> Vec<u8> {
    let mut exif = exif_orientation(turn);
    // Three tags in place of one; the offsets are not looked at here.
    exif[9] = 3;
    exif.truncate(exif.len() - 4);
    exif.extend(b"\x01\x0f\0\x02\0\0\0\x04Maak\x88\x25\0\x04\0\0\0\x01GPS!\0\0\0\0");
    exif
}

fn tells(bytes: &[u8]) -> Vec<&'static str> {
    let holds = |word: &str| bytes.windows(word.len()).any(|w| w == word.as_bytes());
    ["Maak", "GPS!", "geheim", "XMP "].into_iter().filter(|word| holds(word)).collect()
}

fn turned(bytes: &[u8]) -> image::metadata::Orientation {
    use image::{ImageDecoder, ImageReader};
    let reader = ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().unwrap();
    reader.into_decoder().unwrap().orientation().unwrap()
}

fn png_chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    // The checksum is not looked at: what has it is taken out.
    [(body.len() as u32).to_be_bytes().as_slice(), kind, body, &[0; 4]].concat()
}

#[test]
fn what_a_camera_adds_is_taken_out_and_the_picture_stays() {
    let exif = exif_with_a_place(6);
    let mut photo_bytes = jpeg(&photo(64, 48), Some(exif.clone()));
    // A remark, notes of a program, and a film behind the end.
    photo_bytes.splice(2..2, b"\xff\xfe\0\x08geheim".iter().copied());
    photo_bytes.extend(b"ftypgeheim");
    assert_eq!(tells(&photo_bytes), ["Maak", "GPS!", "geheim"]);

    let mut drawing = png(photo(64, 48).into());
    let head = 8 + 25;
    drawing.splice(head..head, [png_chunk(b"eXIf", &exif), png_chunk(b"tEXt", b"Author\0geheim")].concat());
    drawing.extend(b"geheim");

    let webp_bytes = webp::Encoder::from_rgb(&photo(64, 48), 64, 48).encode(80.0).to_vec();
    let vp8x = [b"VP8X\x0a\0\0\0\x0c\0\0\0".as_slice(), &[63, 0, 0, 47, 0, 0]].concat();
    let exif_chunk = [b"EXIF".as_slice(), &(exif.len() as u32).to_le_bytes(), &exif].concat();
    let body = [b"WEBP".as_slice(), &vp8x, &webp_bytes[12..], &exif_chunk, b"XMP \x06\0\0\0geheim"].concat();
    let extended = [b"RIFF".as_slice(), &(body.len() as u32).to_le_bytes(), &body].concat();

    for original in [photo_bytes, drawing, extended] {
        let cleaned = clean(&original).unwrap();
        assert_eq!(tells(&cleaned), Vec::<&str>::new());
        assert_eq!(turned(&cleaned), image::metadata::Orientation::Rotate90);
        assert_eq!(decoded(&cleaned), decoded(&original), "the same points");
        assert_eq!(clean(&cleaned), None, "what is clean stays as it is");
    }
}

#[test]
fn a_photo_that_was_cut_off_is_cleaned_as_far_as_it_goes() {
    let whole = jpeg(&photo(64, 48), Some(exif_with_a_place(1)));
    for end in [whole.len() / 2, whole.len() - 2] {
        let cleaned = clean(&whole[..end]).unwrap();
        assert_eq!(tells(&cleaned), Vec::<&str>::new());
    }
    assert_eq!(clean(&jpeg(&photo(64, 48), None)), None);
    assert_eq!(clean(b"geen foto"), None);
}

#[test]
fn a_photo_that_is_only_linked_or_lies_in_static_tells_nothing_either() {
    let site = Site::new("Bekijk [de foto in het groot](Haven.JPG) en [nog een](/kade.jpg).");
    let original = jpeg(&photo(64, 48), Some(exif_with_a_place(6)));
    site.write("site/content/werk/Haven.JPG", &original);
    site.write("site/static/kade.jpg", &original);
    let output = site.output();
    for path in ["werk/haven.jpg", "kade.jpg"] {
        let bytes = output.get(path).unwrap();
        assert_eq!(tells(bytes), Vec::<&str>::new(), "{path}");
        assert_eq!(turned(bytes), image::metadata::Orientation::Rotate90, "{path}");
    }
}

#[test]
fn a_broken_image_is_told_in_dutch_at_its_file() {
    let site = Site::new("![Haven](haven.jpg)");
    site.write("site/content/werk/haven.jpg", b"\xff\xd8\xff dit is niets");
    let built = site.built(&mut Memo::default());
    let codes: Vec<_> = built.problems.iter().map(|p| (p.code, p.message.as_str())).collect();
    assert!(codes.contains(&("BEELD001", "Deze afbeelding kan niet worden gelezen")), "{codes:?}");
    assert!(built.output.is_none());
}

/// A GIF of one point, shown so many times.
fn gif(pictures: usize) -> Vec<u8> {
    let mut bytes = b"GIF89a\x14\0\x0a\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    for _ in 0..pictures {
        bytes.extend_from_slice(b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x4c\x01\0");
    }
    bytes.push(0x3b);
    bytes
}

fn webp(image: &RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::WebP).unwrap();
    bytes.into_inner()
}

/// The same picture as one that moves: twice the frame.
fn moving_webp(image: &RgbImage) -> Vec<u8> {
    let still = webp(image);
    let three = |n: u32| n.to_le_bytes()[..3].to_vec();
    let (width, height) = (three(image.width() - 1), three(image.height() - 1));
    let chunk = |kind: &[u8], body: &[u8]| [kind, &(body.len() as u32).to_le_bytes(), body].concat();
    let frame = chunk(b"ANMF", &[&[0; 6][..], &width, &height, &[100, 0, 0, 0], &still[12..]].concat());
    let head = chunk(b"VP8X", &[&[2, 0, 0, 0][..], &width, &height].concat());
    let body = [b"WEBP".as_slice(), &head, &chunk(b"ANIM", &[0; 6]), &frame, &frame].concat();
    [b"RIFF".as_slice(), &(body.len() as u32).to_le_bytes(), &body].concat()
}

fn moving_png(image: &RgbImage) -> Vec<u8> {
    let still = png(image.clone().into());
    let (width, height) = (image.width().to_be_bytes(), image.height().to_be_bytes());
    let frame = [&[0; 4][..], &width, &height, &[0; 8], &[0, 1, 0, 10, 0, 0]].concat();
    let movement = [png_chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]), png_chunk(b"fcTL", &frame)].concat();
    [&still[..33], &movement, &still[33..]].concat()
}

fn avif(width: u32, height: u32, turned: bool) -> Vec<u8> {
    let of = |kind: &[u8], body: &[u8]| [&(body.len() as u32 + 8).to_be_bytes(), kind, body].concat();
    let size = of(b"ispe", &[[0; 4], width.to_be_bytes(), height.to_be_bytes()].concat());
    let turn = if turned { of(b"irot", &[1]) } else { Vec::new() };
    let meta = of(b"meta", &[vec![0; 4], of(b"iprp", &of(b"ipco", &[size, turn].concat()))].concat());
    [of(b"ftyp", b"avif\0\0\0\0avifmif1"), meta, of(b"mdat", &[7; 40])].concat()
}

#[test]
fn a_picture_that_was_cut_off_is_told_wherever_it_lies() {
    let whole: [(&str, Vec<u8>); 6] = [
        ("jpg", jpeg(&photo(300, 200), None)),
        ("png", png(photo(90, 60).into())),
        ("webp", webp(&photo(90, 60))),
        ("gif", gif(2)),
        ("avif", avif(90, 60, false)),
        ("apng.png", moving_png(&photo(90, 60))),
    ];
    for (form, bytes) in whole {
        for folder in ["content/werk", "static"] {
            for (end, good) in [(bytes.len(), true), (bytes.len() - 20, false), (bytes.len() / 3, false)] {
                let path = if folder == "static" { format!("/plaat.{form}") } else { format!("plaat.{form}") };
                let site = Site::new(&format!("![De haven bij avond]({path})"));
                site.write(&format!("site/{folder}/plaat.{form}"), &bytes[..end]);
                let built = site.built(&mut Memo::default());
                let told: Vec<_> = built.problems.iter().map(|p| (p.code, p.message.as_str())).collect();
                match good {
                    true => assert_eq!(told, [], "{form} in {folder}"),
                    false => {
                        assert!(told.len() == 1 && told[0].0 == "BEELD001", "{form} in {folder} to {end}: {told:?}")
                    }
                }
            }
        }
    }
}

#[test]
fn what_moves_goes_on_moving() {
    for (name, bytes) in
        [("plaat.webp", moving_webp(&photo(90, 60))), ("plaat.png", moving_png(&photo(90, 60))), ("plaat.gif", gif(2))]
    {
        let site = Site::new(&format!("![De haven bij avond]({name})"));
        site.write(&format!("site/content/werk/{name}"), &bytes);
        assert_eq!(site.output().get(&format!("werk/{name}")).map(|b| b.to_vec()), Some(bytes), "{name}");
    }
}

#[test]
fn a_page_knows_the_size_of_every_picture() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 60\"/>".to_vec();
    for (name, bytes, size) in [
        ("a.svg", svg, (90, 60)),
        ("a.gif", gif(1), (20, 10)),
        ("a.avif", avif(90, 60, false), (90, 60)),
        ("b.avif", avif(90, 60, true), (60, 90)),
        ("a.webp", moving_webp(&photo(90, 60)), (90, 60)),
        ("/a.jpg", jpeg(&photo(90, 60), Some(exif_orientation(6))), (60, 90)),
        ("/a.png", png(photo(90, 60).into()), (90, 60)),
    ] {
        let site = Site::new(&format!("![De haven bij avond]({name})"));
        let folder = if name.starts_with('/') { "static" } else { "content/werk" };
        site.write(&format!("site/{folder}/{}", name.trim_start_matches('/')), &bytes);
        let page = String::from_utf8(site.output().get("werk/index.html").unwrap().to_vec()).unwrap();
        let wanted = format!(" width=\"{}\" height=\"{}\"", size.0, size.1);
        assert!(page.contains(&wanted), "{name}: {wanted}");
    }
}

/// What one can see through gets a light ground in the dark; what only could be seen through does not.
#[test]
fn only_a_picture_that_one_can_see_through_has_no_colour() {
    let opaque = RgbaImage::from_pixel(40, 40, Rgba([200, 20, 20, 255]));
    assert_eq!(prepare(&png(opaque.clone().into())).unwrap().colour, Some([200, 20, 20]));
    let mut hole = opaque;
    hole.put_pixel(3, 3, Rgba([0, 0, 0, 0]));
    assert_eq!(prepare(&png(hole.into())).unwrap().colour, None);
}

#[test]
fn what_an_earlier_run_kept_gives_the_same_site() {
    let site = Site::new("![Haven](haven.jpg)");
    site.write("site/content/werk/haven.jpg", &jpeg(&photo(1000, 700), None));
    let project = site.project();
    let folder = images_folder(&project);
    let mut memo = Memo::default();
    let first = site.built(&mut memo);
    keep_images(&folder, memo.images()).unwrap();
    let kept = kept_images(&project, &read(&project).unwrap());
    assert_eq!(kept.len(), 1);

    let mut recalled = Memo::default();
    kept.into_iter().for_each(|(hash, image)| recalled.take_image(hash, image));
    assert_eq!(site.built(&mut recalled).output, first.output);

    // Damaged: made anew, and kept again. No longer used: removed.
    let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(kept_images(&project, &read(&project).unwrap()).len(), 0);
    keep_images(&folder, memo.images()).unwrap();
    assert_eq!(fs::read(&file).unwrap(), whole);
    keep_images(&folder, std::iter::empty()).unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    assert_eq!(fs::read_to_string(Path::new(&folder).parent().unwrap().join(".gitignore")).unwrap(), "*\n");
}
