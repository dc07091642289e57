# The U-net's cost
#
# Draw scaling.png and scaling.svg again, in this folder:  gnuplot scaling.gnuplot
# It needs scaling.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'scaling.png'
    call 'scaling.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'scaling.svg'
    call 'scaling.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'The U-net'."'".'s cost' font ',14'

# Panel 1: By size, batch 1
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'By size, batch 1' font ',13' textcolor rgb '#333333'
set xlabel 'side (pixels)' textcolor rgb '#333333'
set ylabel 'time per pixel (ns)' textcolor rgb '#333333'
set xrange [64:1024]
set yrange [0:4055.59775]
set logscale x
set xtics ('' 70 1, '' 80 1, '' 90 1, '100' 100, '200' 200, '' 300 1, '' 400 1, '500' 500, '' 600 1, '' 700 1, '' 800 1, '' 900 1, '1k' 1000)
set ytics 1000 format '%.0f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'scaling.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'inference'

# Panel 2: By batch, 128×128
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'By batch, 128×128' font ',13' textcolor rgb '#333333'
set xlabel 'pictures in a batch' textcolor rgb '#333333'
set ylabel 'time per picture (ms)' textcolor rgb '#333333'
set xrange [1:32]
set yrange [0:36.7256898]
set logscale x
set xtics ('1' 1, '2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20, '' 30 1)
set ytics 10 format '%.0f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'scaling.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'inference'
unset multiplot
