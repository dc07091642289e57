# Two spirals
#
# Draw spirals.png and spirals.svg again, in this folder:  gnuplot spirals.gnuplot
# It needs spirals.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,900 font 'DejaVu Sans,11'
    set output 'spirals.png'
    call 'spirals.gnuplot' 'page'
    set terminal svg noenhanced size 900,900 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'spirals.svg'
    call 'spirals.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Two spirals' font ',14'

# Panel 1: After 100 steps
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.477777778
set size 0.5,0.477777778
set title 'After 100 steps' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.376:2.376]
set yrange [-2.376:2.376]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0
set table $contours0
splot 'spirals.dat' index 2 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset grid
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'spirals.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'first arm: a < 0 is right', \
    'spirals.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'second arm: a > 0 is right', \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#222222' title 'border, a = 0'

# Panel 2: After 400 steps
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.477777778
set size 0.5,0.477777778
set title 'After 400 steps' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.376:2.376]
set yrange [-2.376:2.376]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0
set table $contours0
splot 'spirals.dat' index 5 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset grid
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'spirals.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'first arm: a < 0 is right', \
    'spirals.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'second arm: a > 0 is right', \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#222222' title 'border, a = 0'

# Panel 3: After 2000 steps
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.477777778
set title 'After 2000 steps' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-2.376:2.376]
set yrange [-2.376:2.376]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0
set table $contours0
splot 'spirals.dat' index 8 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset grid
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'spirals.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'first arm: a < 0 is right', \
    'spirals.dat' index 7 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'second arm: a > 0 is right', \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#222222' title 'border, a = 0'

# Panel 4: The loss
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.477777778
set title 'The loss' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'cross-entropy, nats' textcolor rgb '#333333'
set xrange [1:2000]
set yrange [0.000468663897:1.0917847]
set logscale y
set arrow from graph 0, first 0.693147181 to graph 1, first 0.693147181 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00'
set label 'a coin'."'".'s guess, log 2' at graph 0.6187, graph 0.9748 left font ',9' textcolor rgb '#333333' front
set xtics 500 format '%.0f'
set ytics ('' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '0.001' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '0.01' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1)
unset key
plot \
    'spirals.dat' index 9 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle
unset multiplot
