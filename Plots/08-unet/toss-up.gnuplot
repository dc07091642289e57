# 
#
# Draw toss-up.png and toss-up.svg again, in this folder:  gnuplot toss-up.gnuplot
# It needs toss-up.dat, toss-up-picture-1.png, toss-up-picture-2.png, toss-up-picture-3.png.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 840,330 font 'DejaVu Sans,11'
    set output 'toss-up.png'
    call 'toss-up.gnuplot' 'page'
    set terminal svg noenhanced size 840,330 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'toss-up.svg'
    call 'toss-up.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Half are red, half are teal
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Half are red, half are teal' font ',13' textcolor rgb '#333333'
set xlabel '' textcolor rgb '#333333' offset 0,-1
set ylabel '' textcolor rgb '#333333'
set xrange [0:3]
set yrange [0:1]
set xtics ('red' 0.48, 'best'."\n".'answer' 1.5, 'teal' 2.52) scale 0
set ytics 0.2 format '%.1f'
set bmargin 3
unset grid
set grid noxtics
unset key
unset ytics; set border 0
plot \
    'toss-up-picture-1.png' binary filetype=png origin=(0.0012,0.00125) dx=0.0024 dy=0.0025 using 1:2:3 with rgbimage notitle, \
    'toss-up-picture-2.png' binary filetype=png origin=(1.0212,0.00125) dx=0.0024 dy=0.0025 using 1:2:3 with rgbimage notitle, \
    'toss-up-picture-3.png' binary filetype=png origin=(2.0412,0.00125) dx=0.0024 dy=0.0025 using 1:2:3 with rgbimage notitle

# Panel 2: What each answer costs
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'What each answer costs' font ',13' textcolor rgb '#333333'
set xlabel 'from red (0) to teal (1)' textcolor rgb '#333333'
set ylabel 'expected loss' textcolor rgb '#333333'
set xrange [0:1]
set yrange [0:0.7]
set xtics 0.5 format '%.1f'
set ytics 0.2 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'toss-up.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'squared, half red', \
    'toss-up.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#0072b2' title 'squared, 60 % red', \
    'toss-up.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype (4,8) linecolor rgb '#d55e00' title 'absolute, half red', \
    'toss-up.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#d55e00' title 'absolute, 60 % red'
unset multiplot
